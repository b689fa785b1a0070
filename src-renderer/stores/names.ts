import type { RuleConfig, ScheduleConfig } from '@contract'
import { t } from '../i18n'

/** How the window calls the rules, within a sentence. */
export const ruleName = (kind: RuleConfig['kind']): string => t(`names.${kind}`)

/** How the window calls the schedules, within a sentence. */
export const scheduleName = (kind: ScheduleConfig['kind']): string => t(`names.${kind}`)

export const ruleKinds: readonly RuleConfig['kind'][] = ['ideal', 'discrete', 'xy']
export const scheduleKinds: readonly ScheduleConfig['kind'][] = [
  ...(['synchronous', 'bernoulli', 'rates', 'poisson', 'sweep', 'block'] as const),
]

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
