import type { RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { ask } from './ask'
import { useBoard } from './board'
import { useRun } from './run'
import { useStream } from './stream'

type Kind = 'simulated' | 'board'

/** What learns: the simulation or the connected board, and how to go from one to the other. */
export const useMachine = defineStore('machine', () => {
  const board = useBoard()
  const run = useRun()
  const stream = useStream()
  /** The toggle. */
  const mode = computed<Kind>(() => run.machine.kind)
  /** Its settings, kept while the simulation learns. */
  let boardMachine: RunConfig['machine'] = { kind: 'board', frameEvery: null }
  /** Chosen while a run goes on, or where received frames would be let go: asked about first. */
  const asked = ref<Kind | null>(null)
  /** The board learns, and this window's run is not what it learns. */
  const foreign = computed(
    () => mode.value === 'board' && board.presence === 'learning' && !(run.ready && run.running),
  )

  function choose(next: Kind): void {
    if (next === mode.value) return
    if (run.replay !== null) return void move(next)
    const received = mode.value === 'board' && run.ready && (stream.glance?.step ?? 0) > 0
    if (run.running || received) asked.value = next
    else void move(next)
  }

  /** The answer to the question: the run rests, and the other machine is chosen. */
  async function confirm(): Promise<void> {
    const next = asked.value
    asked.value = null
    if (next === null) return
    if (run.running && !(await run.pause()).ok) return
    await move(next)
  }

  function cancel(): void {
    asked.value = null
  }

  function move(next: Kind): Promise<boolean> {
    if (run.machine.kind === 'board') boardMachine = run.machine
    return run.moveTo(next === 'board' ? boardMachine : { kind: 'simulated' })
  }

  /** The board's own run becomes the window's. */
  async function pickUp(): Promise<void> {
    const outcome = await ask('boardPickUp', undefined)
    if (outcome.ok) await run.attach()
  }

  watch(
    () => board.presence,
    (now, before) => {
      if (mode.value !== 'board' || run.ready) return
      if (now === 'identified' && before === 'connecting') void run.settle()
    },
  )

  return { mode, asked, foreign, choose, confirm, cancel, pickUp, startAnew: run.settle }
})
