import { Bernoulli } from './bernoulli'
import { Block } from './block'
import { Rates } from './rates'
import type { Schedule } from './schedule'
import { Sweep } from './sweep'
import { Synchronous } from './synchronous'

export type { Schedule }
export type ScheduleSpec =
  | { kind: 'synchronous' }
  | { kind: 'bernoulli'; probability: number; compensate: boolean }
  | { kind: 'rates'; probability: number; variation: number }
  | { kind: 'sweep' }
  | { kind: 'block'; blocks: number }

export function makeSchedule(spec: ScheduleSpec, edges: number, seed: number): Schedule {
  switch (spec.kind) {
    case 'synchronous':
      return new Synchronous(edges)
    case 'bernoulli':
      return new Bernoulli(edges, spec.probability, seed)
    case 'rates':
      return new Rates(edges, spec.probability, spec.variation, seed)
    case 'sweep':
      return new Sweep(edges, seed)
    case 'block':
      return new Block(edges, spec.blocks)
  }
}
