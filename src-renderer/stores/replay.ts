import type { LibraryEntry, RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ask } from './ask'
import { latestWins } from './latest'
import { nameOf } from './libraryColumns'
import { useRun } from './run'
import { useStream } from './stream'
import { useView } from './view'

/** Times the pace at which the run once went. */
export const replaySpeeds = [0.1, 1, 10, 100] as const

interface Former {
  id: string
  config: RunConfig
  preset: string | null
  running: boolean
  steps: number
}

/** The replay of a stored run in the Live view: any step, any speed, and the way back. */
export const useReplay = defineStore('replay', () => {
  const run = useRun()
  const stream = useStream()
  const view = useView()
  const entry = shallowRef<LibraryEntry | null>(null)
  const opening = ref<string | null>(null)
  const speed = ref(1)
  const on = computed(() => run.replay !== null)
  const name = computed(() =>
    entry.value?.id === run.replay?.of && entry.value
      ? nameOf(entry.value)
      : run.config?.name || 'a run',
  )
  /** What was in the window before. */
  let former: Former | null = null

  /** At its last step; what learned before rests, recorded, and comes back with `close`. */
  async function open(wanted: LibraryEntry): Promise<boolean> {
    if (opening.value !== null) return false
    opening.value = wanted.id
    if (!on.value) former = present()
    const outcome = await ask('replay', { id: wanted.id })
    if (outcome.ok) {
      entry.value = wanted
      await run.attach()
      await setSpeed(1)
      view.shown = 'live'
    }
    opening.value = null
    return outcome.ok
  }

  function present(): Former | null {
    if (run.description === null || run.config === null) return null
    const { running, presetId: preset, config } = run
    return { id: run.description.run, config, preset, running, steps: stream.glance?.step ?? 0 }
  }

  /** The step under the pointer, not every one on the way there. */
  const sendSeek = latestWins((step: number) => ask('seek', { step }))
  const seek = (step: number) => sendSeek(Math.max(0, Math.round(step)))

  async function setSpeed(times: number): Promise<void> {
    speed.value = times
    const { steps = 0, runTimeMs = 0 } = run.replay ?? {}
    const perSecond = runTimeMs > 0 ? (1000 * steps) / runTimeMs : 1000
    const stepsPerSecond = Math.min(1e9, Math.max(0.1, times * perSecond))
    // As many digits as one reads.
    run.edit('pace.stepsPerSecond', Number(stepsPerSecond.toPrecision(3)))
  }

  /** Back to what was in the window before; it goes on if it did. */
  async function close(): Promise<void> {
    const back = former
    former = null
    if (back === null) {
      if (run.config !== null) await run.configure(run.config)
      return
    }
    if (back.steps === 0) return void (await run.configure(back.config, back.preset))
    const outcome = await ask('libraryOpen', { id: back.id })
    if (!outcome.ok || !(await run.attach())) return
    if (back.running) await run.start()
  }

  return { on, entry, name, opening, speed, open, seek, setSpeed, close }
})
