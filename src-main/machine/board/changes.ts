import type { Change, MachineCapabilities, RunConfig } from '@contract'
import { formatNumber, formatProbability, type BoardCapability } from '../../board'
import { DiscreteRule, IdealRule, type Learner } from '../../physics'
import { livePaths, makeChange, type ResistorPath } from '../adjust'
import { asProblem } from '../problem'
import { cannotChange } from './problems'
import { limitsOf } from './program'

type Path = Extract<Change, { kind: 'set' }>['path']

const headers: Record<ResistorPath, string> = {
  'schedule.probability': 'SCH:PROB',
  'batch.size': 'BATC:SIZE',
  'rule.eta': 'RULE:ETA',
  'rule.alpha': 'RULE:ALPH',
  'rule.levelStep': 'RULE:LEV:STEP',
}
export const RATES = 'SCH:RATE:DATA'
const words = { cut: 'CUT', freeze: 'FRE', restore: 'LEAR' } as const
/** What undoes a damage, by the state that the edge had. */
const undoing = ['restore', 'cut', 'freeze'] as const

/** Where a board keeps a setting. */
export const headerOf = (config: RunConfig, path: Path): string =>
  path === 'schedule.probability' && config.schedule.kind === 'rates'
    ? RATES
    : headers[path as ResistorPath]

/** What can be changed on this board while it learns. */
export function liveOf(
  config: RunConfig,
  model: Learner,
  { live }: BoardCapability,
): Pick<MachineCapabilities, 'live' | 'edgeActions'> {
  return {
    live: livePaths(model).filter((path) => live.includes(headerOf(config, path))),
    edgeActions: live.includes('EDGE:STAT') ? ['cut', 'freeze', 'restore'] : [],
  }
}

/** What a change is for a board. */
export type BoardChange =
  /** Takes effect between two steps. */
  | { kind: 'command'; text: string }
  /** E limits in more messages than one: the board stands still for them. */
  | { kind: 'rates'; header: string; limits: Uint32Array }

/**
 * What to tell the board for a change. The model is as before: the step at which the change takes
 * effect is not known yet.
 * @throws ProblemError where it is out of range, or not on this board
 */
export function tellOf(
  config: RunConfig,
  model: Learner,
  board: BoardCapability,
  change: Change,
): BoardChange {
  const { live, edgeActions } = liveOf(config, model, board)
  if (change.kind === 'source')
    throw cannotChange(`source ${change.source}`, 'No source of this board can be made to fail.')
  if (change.kind === 'edge') {
    const { edge, action } = change
    if (action === 'stick' || !edgeActions.includes(action))
      throw cannotChange(`edge ${edge}`, `This board cannot ${action} an edge.`)
    const was = undoing[model.edges.state[edge]]
    asProblem(() => makeChange(model, change))
    makeChange(model, { kind: 'edge', edge, action: was })
    return { kind: 'command', text: `EDGE:STAT ${words[action]},(@${edge})` }
  }
  const { path, value } = change
  const was = valueOf(model, path)
  // Whether it is in range comes first: the model says so in the words of the simulation.
  asProblem(() => makeChange(model, change))
  const limits = limitsOf(model)
  makeChange(model, { kind: 'set', path, value: was })
  if (!live.includes(path))
    throw cannotChange(path, `This board cannot change ${path} while a run is on it.`)
  const header = headerOf(config, path)
  if (header === RATES) return { kind: 'rates', header, limits }
  const format = path === 'schedule.probability' ? formatProbability : formatNumber
  return { kind: 'command', text: `${header} ${format(value)}` }
}

/** The present value of a setting in the model; NaN where its rule has none. */
export function valueOf(model: Learner, path: Path): number {
  const { rule, batches } = model.parts
  switch (path) {
    case 'schedule.probability':
      return model.probability
    case 'batch.size':
      return batches.size
    case 'rule.eta':
      return model.eta
    case 'rule.alpha':
      return rule instanceof IdealRule ? rule.alpha : NaN
    case 'rule.levelStep':
      return rule instanceof DiscreteRule ? rule.levelStep : NaN
    default:
      return NaN
  }
}
