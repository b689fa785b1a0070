import type { EdgeFactorsSpec } from '../edgeFactors'
import { Bernoulli } from './bernoulli'
import { Block, Group, type BlockMembers } from './block'
import { Poisson } from './poisson'
import { Rates } from './rates'
import type { Clock, Schedule } from './schedule'
import { Sweep } from './sweep'
import { Synchronous } from './synchronous'

export { Poisson }
export type { Clock, Schedule }
/** `compensate`: scale continuous changes by 1 over the mean update probability. */
export type ScheduleSpec = (
  | { kind: 'synchronous' }
  | { kind: 'bernoulli'; probability: number }
  | ({ kind: 'rates'; probability: number } & EdgeFactorsSpec)
  | ({ kind: 'poisson'; rate: number } & EdgeFactorsSpec)
  | { kind: 'sweep' }
  | { kind: 'block'; blocks: number; members?: BlockMembers }
) & { compensate?: boolean }

export function makeSchedule(spec: ScheduleSpec, edges: number, seed: number): Schedule {
  switch (spec.kind) {
    case 'synchronous':
      return new Synchronous(edges)
    case 'bernoulli':
      return new Bernoulli(edges, spec.probability, seed)
    case 'rates':
      return new Rates(edges, spec.probability, spec, seed)
    case 'poisson':
      return new Poisson(edges, spec.rate, spec, seed)
    case 'sweep':
      return new Sweep(edges, seed)
    case 'block':
      return spec.members === 'anew'
        ? new Group(edges, spec.blocks, seed)
        : new Block(edges, spec.blocks, spec.members, seed)
  }
}
