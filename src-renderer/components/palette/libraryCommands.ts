import { computed, type ComputedRef } from 'vue'
import { t } from '../../i18n'
import { MOST_COMPARED, useCompare } from '../../stores/compare'
import { useLibrary } from '../../stores/library'
import { absolute, nameOf } from '../../stores/libraryColumns'
import { useStored } from '../../stores/stored'
import { taskWord } from '../../stores/names'
import { useView } from '../../stores/view'
import type { Command } from './command'

/** So many of the newest runs are offered; the library itself has them all. */
const MOST_RUNS = 50

/** Opening stored runs, and what the library does with the chosen ones. */
export function useLibraryCommands(): ComputedRef<Command[]> {
  const library = useLibrary()
  const compare = useCompare()
  const stored = useStored()
  const view = useView()

  const opens = computed(() =>
    (library.trashed ? [] : library.entries.slice(0, MOST_RUNS)).map((entry): Command => ({
      id: `open-${entry.id}`,
      title: t('palette.openRun', { name: nameOf(entry) }),
      text: `${taskWord(entry.task)}, ${absolute(entry.createdAt)}`,
      keys: [],
      reason: null,
      run: () => void stored.open(entry),
    })),
  )
  const chosen = computed((): Command => {
    const { length } = library.selected
    const fits = length >= 2 && length <= MOST_COMPARED
    return {
      id: 'compare-chosen',
      title: t('palette.compareChosen'),
      text: t('palette.compareText', { count: length }),
      keys: [],
      reason: fits ? null : t('palette.chooseRuns', { most: MOST_COMPARED }),
      run: () => void compare.show(library.selected),
    }
  })
  const newest = computed((): Command => {
    const two = library.trashed ? [] : library.entries.slice(0, 2)
    return {
      id: 'compare-newest',
      title: t('palette.compareNewest'),
      text: two.map(nameOf).join(' – '),
      keys: [],
      reason: two.length === 2 ? null : t('palette.twoRuns'),
      run: () => void compare.show(two),
    }
  })
  const trash = computed((): Command => ({
    id: 'trash',
    title: library.trashed ? t('palette.leaveTrash') : t('palette.trash'),
    text: t('palette.trashText'),
    keys: [],
    reason: null,
    run() {
      library.trashed = !library.trashed
      view.shown = 'library'
    },
  }))
  return computed(() => [chosen.value, newest.value, trash.value, ...opens.value])
}
