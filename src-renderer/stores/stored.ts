import type { LibraryEntry } from '@contract'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask } from './ask'
import { useRun } from './run'
import { useView } from './view'

/** Takes stored runs to the Live view. */
export const useStored = defineStore('stored', () => {
  const run = useRun()
  const view = useView()
  /** The run that is being opened: from a checkpoint far back that takes a while. */
  const opening = ref<string | null>(null)

  /** Makes it the run of the moment, where its newest checkpoint stands. */
  async function open({ id }: Pick<LibraryEntry, 'id'>): Promise<boolean> {
    if (opening.value !== null) return false
    if (run.description?.run === id) {
      view.shown = 'live'
      return true
    }
    opening.value = id
    const outcome = await ask('libraryOpen', { id })
    const done = outcome.ok && (await run.attach())
    opening.value = null
    if (done) view.shown = 'live'
    return done
  }

  /** Lets it learn on from there. */
  async function resume(entry: Pick<LibraryEntry, 'id'>): Promise<void> {
    if (await open(entry)) await run.start()
  }

  return { opening, open, resume }
})
