import type { LibraryEntry } from '@contract'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { ask, askQuietly } from './ask'
import { useConnection } from './connection'
import { latestWins } from './latest'
import { libraryColumns, nameOf, stateOf, stateText } from './libraryColumns'
import { useSelection } from './librarySelection'
import { useRun } from './run'

/** What a search looks at. */
const wordsOf = (entry: LibraryEntry): string =>
  [nameOf(entry), entry.note, ...entry.tags, entry.task, entry.schedule, entry.id]
    .join('\n')
    .toLowerCase()

/** Every recorded run: what is shown of them, what is chosen, and what is done with them. */
export const useLibrary = defineStore('library', () => {
  const connection = useConnection()
  const run = useRun()
  const entries = shallowRef<readonly LibraryEntry[]>([])
  const loaded = ref(false)
  const directory = ref('')
  /** The deleted ones instead. */
  const trashed = ref(false)
  const text = ref('')
  const machine = ref<LibraryEntry['machine'] | null>(null)
  const tag = ref<string | null>(null)
  const state = ref<string | null>(null)
  const sort = useStorage('library-sort', { column: 'created', down: true })
  /** Deleted last: can be taken back. */
  const deleted = shallowRef<readonly LibraryEntry[]>([])
  let scroll = 0

  const tags = computed(() => [...new Set(entries.value.flatMap((entry) => entry.tags))].sort())
  const states = computed(() =>
    [...new Map(entries.value.map((entry) => [stateOf(entry), stateText(entry)]))]
      .map(([value, text]) => ({ value, text }))
      .sort((a, b) => a.text.localeCompare(b.text)),
  )
  const filtered = computed(
    () =>
      text.value.trim() !== '' ||
      machine.value !== null ||
      tag.value !== null ||
      state.value !== null,
  )

  const shown = computed(() => {
    const words = text.value.trim().toLowerCase().split(/\s+/)
    const kept = entries.value.filter(
      (entry) =>
        (machine.value === null || entry.machine === machine.value) &&
        (tag.value === null || entry.tags.includes(tag.value)) &&
        (state.value === null || stateOf(entry) === state.value) &&
        (words[0] === '' || words.every((word) => wordsOf(entry).includes(word))),
    )
    return sorted(kept, sort.value.column, sort.value.down)
  })
  const ids = computed(() => shown.value.map(({ id }) => id))
  const selection = useSelection(ids)
  const selected = computed(() => {
    const chosen = new Set(selection.selected.value)
    return shown.value.filter(({ id }) => chosen.has(id))
  })

  const load = latestWins(async (wanted: boolean) => {
    const outcome = await ask('library', { trashed: wanted })
    if (outcome.ok && wanted === trashed.value) {
      entries.value = outcome.value.entries
      directory.value = outcome.value.directory
      loaded.value = true
    }
    return outcome.ok
  })
  const refresh = () => load(trashed.value)
  watch(trashed, () => {
    selection.only(null)
    void refresh()
  })
  watch(
    () => connection.state,
    () => void (loaded.value && refresh()),
  )

  /** The row of the run that goes on now, and no other: thousands of rows stay quick. */
  async function refreshLive(): Promise<void> {
    const id = run.description?.run
    if (id === undefined || trashed.value || !loaded.value) return
    const outcome = await askQuietly('library', { text: id, limit: 1 })
    const [news] = outcome.ok ? outcome.value.entries : []
    if (news === undefined || trashed.value) return
    const known = entries.value.some((entry) => entry.id === id)
    entries.value = known
      ? entries.value.map((entry) => (entry.id === id ? news : entry))
      : [news, ...entries.value]
  }

  function change(id: string, what: Partial<LibraryEntry>): void {
    entries.value = entries.value.map((entry) => (entry.id === id ? { ...entry, ...what } : entry))
  }

  async function rename(id: string, name: string): Promise<void> {
    const outcome = await ask('libraryRename', { id, name: name.trim() })
    if (outcome.ok) change(id, { name: name.trim() })
  }

  async function note(id: string, words: string): Promise<void> {
    const outcome = await ask('libraryNote', { id, note: words })
    if (outcome.ok) change(id, { note: words })
  }

  async function tagWith(id: string, wanted: readonly string[]): Promise<void> {
    const list = [...new Set(wanted.map((one) => one.trim()).filter((one) => one !== ''))]
    const outcome = await ask('libraryTag', { id, tags: list })
    if (outcome.ok) change(id, { tags: list })
  }

  /** Into the trash; `undo` takes it back. */
  async function remove(): Promise<void> {
    const going = selected.value
    if (going.length === 0 || trashed.value) return
    const next = ids.value.indexOf(going[going.length - 1].id) + 1
    const after = ids.value[next] ?? null
    const outcome = await ask('libraryTrash', { ids: going.map(({ id }) => id) })
    if (!outcome.ok) return
    deleted.value = going
    leave(going)
    selection.only(after)
  }

  async function undo(): Promise<void> {
    const back = deleted.value
    if (back.length === 0) return
    const outcome = await ask('libraryRestore', { ids: back.map(({ id }) => id) })
    if (!outcome.ok) return
    deleted.value = []
    await refresh()
    selection.chosen.value = new Set(back.map(({ id }) => id))
  }

  /** Out of the trash again. */
  async function restore(): Promise<void> {
    const back = selected.value
    if (back.length === 0) return
    const outcome = await ask('libraryRestore', { ids: back.map(({ id }) => id) })
    if (outcome.ok) leave(back)
  }

  /** For good. */
  async function purge(): Promise<void> {
    const going = selected.value
    if (going.length === 0) return
    const outcome = await ask('libraryPurge', { ids: going.map(({ id }) => id) })
    if (outcome.ok) leave(going)
  }

  function leave(gone: readonly LibraryEntry[]): void {
    const left = new Set(gone.map(({ id }) => id))
    entries.value = entries.value.filter(({ id }) => !left.has(id))
  }

  function sortBy(column: string): void {
    const { value } = sort
    // Numbers and times are read from the largest first.
    const numeric = libraryColumns.find(({ id }) => id === column)?.number === true
    sort.value = { column, down: value.column === column ? !value.down : numeric }
  }

  function showAll(): void {
    text.value = ''
    machine.value = null
    tag.value = null
    state.value = null
  }

  return {
    entries,
    loaded,
    directory,
    trashed,
    text,
    machine,
    tag,
    state,
    sort,
    deleted,
    tags,
    states,
    filtered,
    shown,
    ids,
    selected,
    chosen: selection.chosen,
    active: selection.active,
    choose: selection.only,
    chooseToo: selection.toggle,
    chooseAll: selection.all,
    click: selection.click,
    move: selection.move,
    refresh,
    refreshLive,
    rename,
    note,
    tagWith,
    remove,
    undo,
    restore,
    purge,
    sortBy,
    showAll,
    /** Where the list was left. */
    scroll: () => scroll,
    scrolled: (to: number) => (scroll = to),
  }
})

function sorted(list: readonly LibraryEntry[], by: string, down: boolean): readonly LibraryEntry[] {
  const column = libraryColumns.find(({ id }) => id === by)
  if (column === undefined) return list
  const sign = down ? -1 : 1
  return list
    .map((entry) => ({ entry, value: column.value(entry) }))
    .sort((a, b) => {
      if (a.value === b.value) return 0
      if (a.value === null) return 1
      if (b.value === null) return -1
      return (a.value < b.value ? -1 : 1) * sign
    })
    .map(({ entry }) => entry)
}
