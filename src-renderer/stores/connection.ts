import type { LabEvent, RunState } from '@contract'
import { createEventHook } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { lab } from './lab'
import { useProblems } from './problems'

type EventOf<K extends LabEvent['kind']> = Extract<LabEvent, { kind: K }>

/** The link to the engine: its state, the run's state, and what it says unasked. */
export const useConnection = defineStore('connection', () => {
  const state = ref<RunState>('empty')
  const engine = ref<EventOf<'engine'>['state']>('started')
  const adjusted = createEventHook<EventOf<'adjusted'>>()
  const menu = createEventHook<EventOf<'menu'>['action']>()
  /** The engine came back with an empty machine or another place in the run. */
  const engineBack = createEventHook<EventOf<'engine'>['state']>()
  const problems = useProblems()

  function hear(event: LabEvent): void {
    switch (event.kind) {
      case 'state':
        state.value = event.state
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
      case 'menu':
        void menu.trigger(event.action)
        break
    }
  }

  function hearEngine(now: EventOf<'engine'>['state']): void {
    engine.value = now
    if (now === 'lost') {
      problems.raise({
        id: 'engine-lost',
        severity: 'warning',
        message: 'The engine process ended unexpectedly and is being started again.',
        kept: 'Everything up to the last checkpoint.',
        tip: 'Wait a moment: the run resumes by itself.',
      })
      return
    }
    problems.solve('engine-lost')
    void engineBack.trigger(now)
  }

  /** Returns a function that ends the subscription. */
  const connect = (): (() => void) => lab().onEvent(hear)

  return {
    state,
    engine,
    connect,
    onAdjusted: adjusted.on,
    onMenu: menu.on,
    onEngineBack: engineBack.on,
  }
})
