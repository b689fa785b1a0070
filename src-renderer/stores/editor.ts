import type { RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { check } from '../components/editor/check'
import { withField, withKind, type Field } from '../components/editor/fields'
import { fold, unfold, type Folded } from '../components/editor/folded'
import { written } from '../components/editor/written'
import { ask, askQuietly } from './ask'
import { useProblems } from './problems'
import { useRun } from './run'

/** Typing in one place within this time is one thing to undo. */
const TOGETHER_MS = 900
const MOST_UNDO = 200

/** The configuration that is being edited: one text, shown as a form and as JSON. */
export const useEditor = defineStore('editor', () => {
  const run = useRun()
  const problems = useProblems()
  const text = ref('')
  /** Packed pictures, which the text has names for. */
  const folded: Folded = new Map()
  const checked = computed(() => check(text.value, folded))
  const past = shallowRef<readonly string[]>([])
  const future = shallowRef<readonly string[]>([])
  /** Why the machine refused what was applied. */
  const refused = ref<string | null>(null)
  const busy = ref(false)
  let last = { place: '', atMs: -Infinity }

  /** What `text` was made of; what was typed since is kept while the docs are read. */
  let base: string | null = null

  function begin(config: RunConfig): void {
    const now = written(fold(config, folded))
    if (now === base) return
    base = now
    text.value = now
    past.value = []
    future.value = []
    refused.value = null
  }

  function discard(): void {
    base = null
  }

  /** @param place that is typed in: the JSON, or a field's path */
  function write(now: string, place: string): void {
    if (now === text.value) return
    const atMs = performance.now()
    const together = place === last.place && atMs - last.atMs < TOGETHER_MS
    if (!together) past.value = [...past.value, text.value].slice(-MOST_UNDO)
    last = { place, atMs }
    future.value = []
    refused.value = null
    text.value = now
  }

  /** Sets a field of the form; undefined: its default. */
  function set(field: Pick<Field, 'path'>, to: unknown): void {
    const { value } = checked.value
    const isKind = field.path.at(-1) === 'kind'
    const next =
      isKind && typeof to === 'string'
        ? withKind(value, field.path, to)
        : withField(value, field.path, to)
    write(written(next), field.path.join('.'))
  }

  function go(from: typeof past, to: typeof past): void {
    const next = from.value.at(-1)
    if (next === undefined) return
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, text.value]
    text.value = next
    last = { place: '', atMs: -Infinity }
  }
  const undo = () => go(past, future)
  const redo = () => go(future, past)

  /** Builds a machine for it; false: see `refused`. */
  async function apply(): Promise<boolean> {
    const { config } = checked.value
    if (config === null || busy.value) return false
    busy.value = true
    if (run.running) await run.pause()
    const done = await run.configure(config)
    busy.value = false
    const problem = problems.list.find(({ severity }) => severity === 'error')
    refused.value = done ? null : (problem?.message ?? 'The machine did not take it.')
    return done
  }

  /** A configuration, or the run that a file records. */
  async function open(): Promise<void> {
    const file = await ask('openFile', undefined)
    if (!file.ok || file.value === null) return
    const { value } = file
    const input = value.kind === 'input' ? await askQuietly('readInput', value) : null
    if (input?.ok === true && input.value.kind === 'config')
      return write(written(fold(input.value.config, folded)), 'open')
    refused.value =
      input?.ok === false
        ? input.problem.message
        : 'This file holds no configuration: open it in the window.'
  }

  async function save(): Promise<void> {
    const name =
      checked.value.config?.name.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'configuration'
    const { value } = checked.value
    const whole = value === undefined ? text.value : written(unfold(value, folded))
    await ask('saveFile', { name: `${name}.json`, content: `${whole}\n` })
  }

  return {
    text,
    checked,
    past,
    future,
    refused,
    busy,
    begin,
    discard,
    write,
    set,
    undo,
    redo,
    apply,
    open,
    save,
  }
})
