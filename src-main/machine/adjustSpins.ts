import type { Change } from '@contract'
import type { XyLearner } from '../physics/xy'
import { outOfRange, wrongRule } from './adjust'

type Path = Extract<Change, { kind: 'set' }>['path']

interface Setting {
  /** In words, for the error. */
  range: string
  allowed(value: number): boolean
  set(learner: XyLearner, value: number): void
}

/** What can be set while spins learn; ranges as in the configuration. */
const settings: Partial<Record<Path, Setting>> = {
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
  'rule.rate': {
    range: '1e-9 to 100',
    allowed: (rate) => rate >= 1e-9 && rate <= 100,
    set: ({ optimiser }, rate) => {
      optimiser.rate = rate
    },
  },
  'rule.beta': {
    range: '0.000001 to 10',
    allowed: (beta) => beta >= 1e-6 && beta <= 10,
    set: (learner, beta) => {
      learner.beta = beta
    },
  },
}
const paths = Object.keys(settings) as Path[]
const actions = ['cut', 'freeze', 'restore', 'stick'] as const
/** Kinds of change in the hash: settings, actions on edges, failure and return of an input. */
const FAIL = paths.length + actions.length

/** Makes a change that holds from the next step on. @throws PhysicsError, ProblemError */
export function changeSpins(learner: XyLearner, change: Change): void {
  if (change.kind === 'edge') {
    const { edge, action, conductance } = change
    learner.changeEdge(edge, action, conductance)
    learner.feedChange(paths.length + actions.indexOf(action), edge)
  } else if (change.kind === 'source') {
    const failed = change.action === 'fail'
    learner.setFailed(change.source, failed)
    learner.feedChange(failed ? FAIL : FAIL + 1, change.source)
  } else {
    const { path, value } = change
    const setting = settings[path]
    if (setting === undefined) throw wrongRule(path, 'ideal or discrete')
    if (!setting.allowed(value)) throw outOfRange(path, value, setting.range)
    setting.set(learner, value)
    learner.feedChange(paths.indexOf(path), value)
  }
}

/** Paths that this run can change while it goes on. */
export const liveSpinPaths = ({ parts }: XyLearner): Path[] =>
  paths.filter(
    (path) => path !== 'schedule.probability' || parts.schedule.setProbability !== undefined,
  )
