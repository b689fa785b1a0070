import { writeFileSync } from 'node:fs'
import { makeRule } from '../src-main/physics/rules'
import type { Problem } from './networks'
import { rule, seed } from './parameters'

/** Writes what reference/network.h and reference/serve.py read: numbers between blanks. */
export function writeNetworkFile(path: string, problem: Problem, probability: number): void {
  const { network, roles, inputsV, targetsV } = problem
  const edges = network.a.length
  const rows: ArrayLike<number>[] = [
    [network.names.length, edges, roles.sources.length, roles.grounds.length, roles.targets.length],
    network.a,
    network.b,
    roles.sources,
    inputsV,
    roles.grounds,
    roles.targets,
    targetsV,
    makeRule(rule, edges, seed).conductance,
    [rule.alpha, rule.eta, rule.minConductance, rule.maxConductance, probability],
  ]
  writeFileSync(path, rows.map((row) => Array.from(row).join(' ')).join('\n') + '\n')
}
