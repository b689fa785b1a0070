import { exponential, power } from '../numeric'

/** How the learning rate falls with the step t = 0, 1, ...: the factor on alpha (ours). */
export type DecaySpec =
  | { kind: 'constant' }
  /** 1 / (1 + t / steps) */
  | { kind: 'inverse'; steps: number }
  /** exp(-t / steps) */
  | { kind: 'exponential'; steps: number }
  /** factor^floor(t / steps) */
  | { kind: 'step'; steps: number; factor: number }

/** The factor at step t = 0, 1, ... */
export function decayAt(spec: DecaySpec, t: number): number {
  switch (spec.kind) {
    case 'constant':
      return 1
    case 'inverse':
      return 1 / (1 + t / spec.steps)
    case 'exponential':
      return exponential(-t / spec.steps)
    case 'step':
      return power(spec.factor, Math.floor(t / spec.steps))
  }
}
