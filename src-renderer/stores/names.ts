import type { RuleConfig, ScheduleConfig, TaskConfig } from '@contract'
import { t, type MessageKey } from '../i18n'

/** How the window calls the rules, within a sentence. */
export const ruleName = (kind: RuleConfig['kind']): string => t(`names.${kind}`)

/** How the window calls the schedules, within a sentence. */
export const scheduleName = (kind: ScheduleConfig['kind']): string => t(`names.${kind}`)

export const ruleKinds: readonly RuleConfig['kind'][] = ['ideal', 'discrete', 'xy']
export const scheduleKinds: readonly ScheduleConfig['kind'][] = [
  ...(['synchronous', 'bernoulli', 'rates', 'poisson', 'sweep', 'block'] as const),
]

const tasks = {
  allostery: 'names.taskAllostery',
  regression: 'names.taskRegression',
  iris: 'names.taskIris',
  table: 'names.taskTable',
  xor: 'names.taskXor',
  digits: 'names.taskDigits',
  images: 'names.taskImages',
  switching: 'names.taskSwitching',
} as const satisfies Record<TaskConfig['kind'], MessageKey>
const schedules = {
  synchronous: 'names.kindSynchronous',
  bernoulli: 'names.kindBernoulli',
  rates: 'names.kindRates',
  poisson: 'names.kindPoisson',
  sweep: 'names.kindSweep',
  block: 'names.kindBlock',
} as const satisfies Record<ScheduleConfig['kind'], MessageKey>

const worded = (words: Readonly<Record<string, MessageKey>>, kind: string): string =>
  Object.hasOwn(words, kind) ? (t as (key: MessageKey) => string)(words[kind]) : kind

/** Kinds as the library names them, in a word; one of another version stays as it is. */
export const taskWord = (kind: string): string => worded(tasks, kind)
export const scheduleWord = (kind: string): string => worded(schedules, kind)

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return t('names.and', {
    some: names.slice(0, -1).join(t('names.comma')),
    last: names[names.length - 1],
  })
}

/** Kinds of the configuration that a board's own words stand for: `RATE`, `IDEal`, `bernoulli`. */
export function kindsOf<K extends string>(words: readonly string[], kinds: readonly K[]): K[] {
  const said = words.map((word) => word.toLowerCase())
  return kinds.filter((kind) => said.some((word) => word !== '' && kind.startsWith(word)))
}
