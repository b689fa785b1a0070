import type { Change, MachineCapabilities, RuleConfig, RunConfig, ScheduleConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useBoard } from './board'
import { kindsOf, listed, ruleKinds, ruleNames, scheduleKinds, scheduleNames } from './names'
import { useRun } from './run'

type EdgeAction = MachineCapabilities['edgeActions'][number]
type LivePath = Extract<Change, { kind: 'set' }>['path']
type Can = Pick<MachineCapabilities, 'rules' | 'schedules'>

/** What the machine cannot do, as the reason that a control shows; undefined where it can. */
export const useLimits = defineStore('limits', () => {
  const board = useBoard()
  const run = useRun()
  const onBoard = computed(() => run.machine.kind === 'board')
  const who = computed(() => (onBoard.value ? 'This board' : 'This machine'))
  /** Of the machine that is there; null: nothing is known yet, and nothing is refused. */
  const machine = computed(() => (run.ready ? (run.description?.capabilities ?? null) : null))
  /** A board says what it can do before a machine is built on it. */
  const can = computed<Can | null>(() => {
    const { device } = board.state
    if (!onBoard.value || device === null) return machine.value
    return {
      rules: kindsOf(device.rules, ruleKinds),
      schedules: kindsOf(device.schedules, scheduleKinds),
    }
  })

  function rule(kind: RuleConfig['kind']): string | undefined {
    if (can.value === null || can.value.rules.includes(kind)) return undefined
    return `${who.value} does not do ${ruleNames[kind]}.`
  }

  function schedule(kind: ScheduleConfig['kind']): string | undefined {
    const able = can.value?.schedules
    if (able === undefined || able.includes(kind)) return undefined
    const others = scheduleKinds
      .filter((one) => able.includes(one))
      .map((one) => scheduleNames[one])
    return `${who.value} does not do ${scheduleNames[kind]}: it does ${listed(others)}.`
  }

  /** Why a value rests while the run goes on. */
  function live(path: LivePath): string | undefined {
    if (run.replay !== null) return 'A replay shows what was recorded.'
    if (!run.running || machine.value === null || machine.value.live.includes(path))
      return undefined
    return `${who.value} does not take this while it learns: pause first.`
  }

  function edge(action: EdgeAction): string | undefined {
    if (machine.value === null || machine.value.edgeActions.includes(action)) return undefined
    return `${who.value} cannot ${action} an edge.`
  }

  /** The first reason against a configuration that is known before it is tried. */
  const config = (wanted: RunConfig): string | undefined =>
    rule(wanted.rule.kind) ?? schedule(wanted.schedule.kind)

  /** Why the speed rests. */
  const pace = computed(() =>
    onBoard.value && (machine.value === null || machine.value.ownPace === true)
      ? 'A board learns at its own pace.'
      : undefined,
  )

  const maxStepsPerSecond = computed(() => machine.value?.maxStepsPerSecond ?? null)

  return { rule, schedule, live, edge, config, pace, maxStepsPerSecond }
})
