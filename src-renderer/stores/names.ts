import type { RuleConfig, ScheduleConfig } from '@contract'

/** How the window calls the rules, within a sentence. */
export const ruleNames: Readonly<Record<RuleConfig['kind'], string>> = {
  ideal: 'the ideal rule',
  discrete: 'the discrete rule',
  xy: 'spins with equilibrium propagation',
}

/** How the window calls the schedules, within a sentence. */
export const scheduleNames: Readonly<Record<ScheduleConfig['kind'], string>> = {
  synchronous: 'synchronous',
  bernoulli: 'random (Bernoulli)',
  rates: 'unequal rates',
  poisson: 'Poisson clocks',
  sweep: 'sweep',
  block: 'blocks in turn',
}

export const ruleKinds = Object.keys(ruleNames) as RuleConfig['kind'][]
export const scheduleKinds = Object.keys(scheduleNames) as ScheduleConfig['kind'][]

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/** Kinds of the configuration that a board's own words stand for: `RATE`, `IDEal`, `bernoulli`. */
export function kindsOf<K extends string>(words: readonly string[], kinds: readonly K[]): K[] {
  const said = words.map((word) => word.toLowerCase())
  return kinds.filter((kind) => said.some((word) => word !== '' && kind.startsWith(word)))
}
