import type { LabEvent, Problem, RunState } from '@contract'
import { createEventHook } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { lab } from './lab'
import { useProblems } from './problems'

type EventOf<K extends LabEvent['kind']> = Extract<LabEvent, { kind: K }>

const engineLost: Problem = {
  id: 'engine-lost',
  severity: 'warning',
  message: 'The engine process ended unexpectedly and is being started again.',
  kept: 'Everything up to the last checkpoint.',
  tip: 'Wait a moment: the run resumes by itself.',
}

const engineResumed: Problem = {
  id: 'engine-resumed',
  severity: 'info',
  message: 'The engine was started again, and the run went on from its last checkpoint.',
}

/** The link to the engine: its state, the run's state, and what it says unasked. */
export const useConnection = defineStore('connection', () => {
  const state = ref<RunState>('empty')
  const engine = ref<EventOf<'engine'>['state']>('started')
  const adjusted = createEventHook<EventOf<'adjusted'>>()
  const file = createEventHook<undefined>()
  const menu = createEventHook<EventOf<'menu'>['action']>()
  const board = createEventHook<EventOf<'board'>['board']>()
  const gap = createEventHook<EventOf<'gap'>>()
  const sweep = createEventHook<EventOf<'sweep'>['sweep']>()
  const study = createEventHook<EventOf<'study'>['study']>()
  /** A fresh engine is there; it resumes the run if there was one. */
  const startedAgain = createEventHook<undefined>()
  /** The run goes on from a checkpoint. */
  const resumed = createEventHook<undefined>()
  const problems = useProblems()

  function hear(event: LabEvent): void {
    switch (event.kind) {
      case 'state':
        state.value = event.state
        // Nothing is left to resume.
        if (event.state === 'empty') {
          problems.solve(engineLost.id)
          problems.solve(engineResumed.id)
        }
        break
      case 'adjusted':
        void adjusted.trigger(event)
        break
      case 'problem':
        problems.raise(event.problem)
        break
      case 'solved':
        problems.solve(event.id)
        break
      case 'engine':
        hearEngine(event.state)
        break
      case 'board':
        void board.trigger(event.board)
        break
      case 'gap':
        void gap.trigger(event)
        break
      case 'sweep':
        void sweep.trigger(event.sweep)
        break
      case 'file':
        void file.trigger(undefined)
        break
      case 'study':
        void study.trigger(event.study)
        break
      case 'menu':
        void menu.trigger(event.action)
        break
    }
  }

  function hearEngine(now: EventOf<'engine'>['state']): void {
    const before = engine.value
    engine.value = now
    if (now === 'lost') problems.raise(engineLost)
    if (now === 'started' && before === 'lost') void startedAgain.trigger(undefined)
    if (now === 'resumed') {
      problems.solve(engineLost.id)
      problems.raise(engineResumed)
      void resumed.trigger(undefined)
    }
  }

  /** Returns a function that ends the subscription. */
  const connect = (): (() => void) => lab().onEvent(hear)

  return {
    state,
    engine,
    connect,
    onAdjusted: adjusted.on,
    onBoard: board.on,
    onGap: gap.on,
    onSweep: sweep.on,
    onFile: file.on,
    onStudy: study.on,
    onMenu: menu.on,
    onStartedAgain: startedAgain.on,
    onResumed: resumed.on,
  }
})
