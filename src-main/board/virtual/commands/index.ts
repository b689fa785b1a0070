import { headerTest } from '../mnemonic'
import type { Command } from './command'
import { common } from './common'
import { network } from './network'
import { results } from './results'
import { rule } from './rule'
import { run } from './run'
import { system } from './system'
import { task } from './task'

export type { Command, Desk } from './command'
export { identityOf } from './common'

export const commands: readonly Command[] = [
  ...common,
  ...system,
  ...network,
  ...task,
  ...rule,
  ...run,
  ...results,
]

const tests = commands.map(({ header }) => headerTest(header))

export function findCommand(header: string): Command | undefined {
  return commands[tests.findIndex((matches) => matches(header))]
}

/** Every header, with "?" where it is a query: what SYSTem:HELP:HEADers? answers. */
export const allHeaders = (): string[] =>
  commands.flatMap(({ header, set, get }) => [
    ...(set === undefined ? [] : [header]),
    ...(get === undefined ? [] : [`${header}?`]),
  ])
