import { ProblemError, type Change } from '@contract'
import { PhysicsError } from '../physics'

export type Path = Extract<Change, { kind: 'set' }>['path']

/** What can be set while a run of that learner goes on. */
export interface Setting<Learner> {
  /** In words, for the error. */
  range: string
  allowed(value: number): boolean
  set(learner: Learner, value: number): void
}

/** Resistors and spins alike. */
interface AnyLearner {
  setProbability(p: number): void
  readonly parts: { readonly batches: { size: number } }
}

/** Of both; ranges as in the configuration. They come first: their places are in the hash of changes. */
export const common = {
  'schedule.probability': {
    range: 'above 0, at most 1',
    allowed: (p) => p > 0 && p <= 1,
    set: (learner, p) => learner.setProbability(p),
  },
  'batch.size': {
    range: 'a whole number, 1 or more',
    allowed: (size) => Number.isInteger(size) && size >= 1,
    set: ({ parts }, size) => {
      parts.batches.size = size
    },
  },
} as const satisfies Partial<Record<Path, Setting<AnyLearner>>>

export const wrongRule = (path: Path, needed: string) =>
  new PhysicsError(
    'setting-of-another-rule',
    `The rule of this run has no ${path.split('.')[1]}.`,
    `Set rule.kind to ${needed} and configure anew.`,
    path,
  )

/** A value that a setting does not take. */
export const outOfRange = (path: Path, value: number, range: string): ProblemError =>
  new ProblemError({
    id: 'setting-out-of-range',
    severity: 'error',
    message: `${path} cannot be ${value}.`,
    where: path,
    kept: 'The run goes on with the former value.',
    tip: `Allowed: ${range}.`,
  })
