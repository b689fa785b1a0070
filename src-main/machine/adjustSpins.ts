import type { Change } from '@contract'
import type { XyLearner } from '../physics/xy'
import { common, outOfRange, wrongRule, type Path, type Setting } from './liveSettings'

/** What can be set while spins learn; ranges as in the configuration. */
const settings: Partial<Record<Path, Setting<XyLearner>>> = {
  ...common,
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
