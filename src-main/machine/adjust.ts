import type { Change } from '@contract'
import { DiscreteRule, IdealRule, type Learner } from '../physics'
import { common, outOfRange, wrongRule, type Path, type Setting } from './liveSettings'

/** Settings of spins: adjustSpins.ts. */
export type ResistorPath = Exclude<Path, 'rule.rate' | 'rule.beta'>

/** What can be set while a run goes on; ranges as in the configuration. */
const settings: Record<ResistorPath, Setting<Learner>> = {
  ...common,
  'rule.eta': {
    range: '0.000001 to 2',
    allowed: (eta) => eta >= 1e-6 && eta <= 2,
    set: (learner, eta) => {
      learner.eta = eta
    },
  },
  'rule.alpha': {
    range: '1e-9 to 100',
    allowed: (alpha) => alpha >= 1e-9 && alpha <= 100,
    set: ({ parts: { rule } }, alpha) => {
      if (!(rule instanceof IdealRule)) throw wrongRule('rule.alpha', 'ideal')
      rule.alpha = alpha
    },
  },
  'rule.levelStep': {
    range: 'a whole number from 1 to 256',
    allowed: (step) => Number.isInteger(step) && step >= 1 && step <= 256,
    set: ({ parts: { rule } }, step) => {
      if (!(rule instanceof DiscreteRule)) throw wrongRule('rule.levelStep', 'discrete')
      rule.levelStep = step
    },
  },
}
const paths = Object.keys(settings) as ResistorPath[]
const isOurs = (path: Path): path is ResistorPath => path in settings
const actions = ['cut', 'freeze', 'restore', 'stick'] as const
/** Kinds of change in the hash: settings, then actions on edges, then on sources. */
const sources = { fail: paths.length + actions.length, restore: paths.length + actions.length + 1 }

/** Makes a change that holds from the next step on. @throws PhysicsError, ProblemError */
export function applyChange(learner: Learner, change: Change): void {
  makeChange(learner, change)
  const [kind, value] = inHash(change)
  learner.feedChange(kind, value)
}

/** The change alone: the hash of the trajectory does not hear of it. */
export function makeChange(learner: Learner, change: Change): void {
  if (change.kind === 'edge')
    return learner.edges.change(change.edge, change.action, change.conductance)
  if (change.kind === 'source') return learner.setFailed(change.source, change.action === 'fail')
  const { path, value } = change
  if (!isOurs(path)) throw wrongRule(path, 'xy')
  const setting = settings[path]
  if (!setting.allowed(value)) throw outOfRange(path, value, setting.range)
  setting.set(learner, value)
}

function inHash(change: Change): [number, number] {
  if (change.kind === 'edge') return [paths.length + actions.indexOf(change.action), change.edge]
  if (change.kind === 'source') return [sources[change.action], change.source]
  return [paths.findIndex((path) => path === change.path), change.value]
}

/** Paths that this run can change while it goes on. */
export function livePaths({ parts }: Learner): ResistorPath[] {
  return paths.filter((path) => {
    if (path === 'schedule.probability') return parts.schedule.setProbability !== undefined
    if (path === 'rule.alpha') return parts.rule instanceof IdealRule
    if (path === 'rule.levelStep') return parts.rule instanceof DiscreteRule
    return true
  })
}
