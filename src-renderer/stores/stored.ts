import type { LibraryEntry } from '@contract'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask } from './ask'
import { useReplay } from './replay'
import { useRun } from './run'
import { useView } from './view'

/** Takes stored runs to the Live view. */
export const useStored = defineStore('stored', () => {
  const run = useRun()
  const replay = useReplay()
  const view = useView()
  const resuming = ref(false)

  /** The run of the moment itself, or the replay of a stored one. */
  async function open(entry: LibraryEntry): Promise<void> {
    if (run.description?.run === entry.id || run.replay?.of === entry.id) view.shown = 'live'
    else await replay.open(entry)
  }

  /** Makes it the run of the moment, which learns on from its newest checkpoint. */
  async function resume({ id }: Pick<LibraryEntry, 'id'>): Promise<void> {
    if (resuming.value) return
    resuming.value = true
    if (run.description?.run !== id) {
      const outcome = await ask('libraryOpen', { id })
      resuming.value = false
      if (!outcome.ok || !(await run.attach())) return
    }
    resuming.value = false
    view.shown = 'live'
    await run.start()
  }

  return { resuming, open, resume }
})
