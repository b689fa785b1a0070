import type { Change, MachineCapabilities, RuleConfig, RunConfig, ScheduleConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { t } from '../i18n'
import { useBoard } from './board'
import { kindsOf, listed, ruleKinds, ruleName, scheduleKinds, scheduleName } from './names'
import { useRun } from './run'

type EdgeAction = MachineCapabilities['edgeActions'][number]
type LivePath = Extract<Change, { kind: 'set' }>['path']
type Can = Pick<MachineCapabilities, 'rules' | 'schedules'>

const cannot = {
  cut: 'limits.cannotCut',
  freeze: 'limits.cannotFreeze',
  restore: 'limits.cannotRestore',
  stick: 'limits.cannotStick',
} as const

/** What the machine cannot do, as the reason that a control shows; undefined where it can. */
export const useLimits = defineStore('limits', () => {
  const board = useBoard()
  const run = useRun()
  const onBoard = computed(() => run.machine.kind === 'board')
  const who = computed(() => (onBoard.value ? t('limits.thisBoard') : t('limits.thisMachine')))
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
    return t('limits.noRule', { who: who.value, rule: ruleName(kind) })
  }

  function schedule(kind: ScheduleConfig['kind']): string | undefined {
    const able = can.value?.schedules
    if (able === undefined || able.includes(kind)) return undefined
    const others = scheduleKinds.filter((one) => able.includes(one)).map((one) => scheduleName(one))
    return t('limits.noSchedule', {
      who: who.value,
      schedule: scheduleName(kind),
      others: listed(others),
    })
  }

  /** Why a value rests while the run goes on. */
  function live(path: LivePath): string | undefined {
    if (run.replay !== null) return t('limits.replay')
    if (!run.running || machine.value === null || machine.value.live.includes(path))
      return undefined
    return t('limits.notLive', { who: who.value })
  }

  function edge(action: EdgeAction): string | undefined {
    if (machine.value === null || machine.value.edgeActions.includes(action)) return undefined
    return t(cannot[action], { who: who.value })
  }

  /**
   * The first reason against a configuration that is known before it is tried. The simulation does
   * all of them: what the present one cannot do says nothing of the next.
   */
  const config = (wanted: RunConfig): string | undefined =>
    onBoard.value ? (rule(wanted.rule.kind) ?? schedule(wanted.schedule.kind)) : undefined

  /** Why the speed rests. */
  const pace = computed(() =>
    onBoard.value && (machine.value === null || machine.value.ownPace === true)
      ? t('limits.ownPace')
      : undefined,
  )

  const maxStepsPerSecond = computed(() => machine.value?.maxStepsPerSecond ?? null)

  return { rule, schedule, live, edge, config, pace, maxStepsPerSecond }
})
