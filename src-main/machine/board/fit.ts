import type { Imperfections, RunConfig } from '@contract'
import { frameLineBytes, type BoardCapability } from '../../board'
import type { Learner } from '../../physics'
import { ofResistors } from '../resistors'
import { notOnThisBoard } from './problems'

const schedules: Partial<Record<RunConfig['schedule']['kind'], string>> = {
  synchronous: 'SYNC',
  bernoulli: 'BERN',
  rates: 'RATE',
}
const rules: Partial<Record<RunConfig['rule']['kind'], string>> = { ideal: 'IDE', discrete: 'DISC' }
const draws: Partial<Record<RunConfig['batch']['draw'], string>> = {
  epoch: 'EPOC',
  replacement: 'REPL',
}

/** The board's words in those of a configuration. */
export function kindsOf(capability: BoardCapability): { rules: string[]; schedules: string[] } {
  const known = (words: Partial<Record<string, string>>, of: string[]): string[] =>
    Object.keys(words).filter((kind) => of.includes(words[kind] ?? ''))
  return {
    rules: known(rules, capability.rules),
    schedules: known(schedules, capability.schedules),
  }
}

/**
 * Whether a board can learn a configuration, before anything is sent.
 * @throws ProblemError not-on-this-board, with the path in the configuration
 */
export function checkFit(config: RunConfig, model: Learner, board: BoardCapability): void {
  checkNetwork(model, board)
  checkTask(config, model, board)
  checkRule(config, board)
  checkSchedule(config, board)
  checkImperfections(config.imperfections)
  const { network } = model.parts
  const frame = frameLineBytes(network.names.length, network.a.length, config.rule.kind === 'ideal')
  if (frame > board.transmitBytes)
    throw notOnThisBoard(
      'network',
      `A frame of this network takes ${frame} bytes, and the board sends ${board.transmitBytes} at most.`,
      'Take a smaller network, or the discrete rule, whose frames are shorter.',
    )
}

function most(where: string, what: string, count: number, limit: number): void {
  if (count <= limit) return
  throw notOnThisBoard(
    where,
    `The run has ${count} ${what}, and this board takes ${limit} at most.`,
    'Choose fewer, or let the simulation learn.',
  )
}

function checkNetwork({ parts: { network, roles } }: Learner, board: BoardCapability): void {
  most('network', 'nodes', network.names.length, board.nodes)
  most('network', 'edges', network.a.length, board.edges)
  most('network.roles.sources', 'sources', roles.sources.length, board.roles)
  most('network.roles.grounds', 'grounds', roles.grounds.length, board.roles)
  most('network.roles.targets', 'targets', roles.targets.length, board.roles)
}

function checkTask(config: RunConfig, { parts: { task } }: Learner, board: BoardCapability): void {
  if (task.turns !== undefined)
    throw notOnThisBoard(
      'task.kind',
      'A board learns one task; it cannot let tasks take turns.',
      'Choose another task, or let the simulation learn.',
    )
  const examples = task.train.count + task.test.count
  most('task', 'training and test examples', examples, board.examples)
  most('task', 'classes', task.classes?.names.length ?? 0, board.classes)
  const draw = draws[config.batch.draw]
  if (draw === undefined || !board.draws.includes(draw))
    throw notOnThisBoard(
      'batch.draw',
      `This board cannot draw batches in the way "${config.batch.draw}".`,
      `It can: ${Object.keys(draws).join(', ')}.`,
    )
}

function checkRule(config: RunConfig, board: BoardCapability): void {
  const { rule } = ofResistors(config)
  const { rules: known } = kindsOf(board)
  if (!known.includes(rule.kind))
    throw notOnThisBoard(
      'rule.kind',
      `This board does not have the ${rule.kind} rule.`,
      `It has: ${known.join(', ')}.`,
    )
  if (rule.kind === 'discrete') {
    most('rule.levels', 'levels', rule.levels, board.levels)
    if (rule.spacing !== 'linear')
      throw notOnThisBoard(
        'rule.spacing',
        'The levels of this board are equally spaced in resistance.',
        'Set rule.spacing to linear.',
      )
    return
  }
  if (rule.decay.kind !== 'constant')
    throw notOnThisBoard(
      'rule.decay.kind',
      'The learning rate of this board does not fall by itself.',
      'Set rule.decay.kind to constant; α can be changed while it learns.',
    )
  if (rule.rateFactors !== undefined)
    throw notOnThisBoard(
      'rule.rateFactors',
      'All edges of this board learn at one rate.',
      'Leave rule.rateFactors out.',
    )
  if (rule.rateVariation > 0)
    throw notOnThisBoard(
      'rule.rateVariation',
      'All edges of this board learn at one rate.',
      'Set rule.rateVariation to 0.',
    )
}

function checkSchedule({ schedule }: RunConfig, board: BoardCapability): void {
  const { schedules: known } = kindsOf(board)
  if (!known.includes(schedule.kind))
    throw notOnThisBoard(
      'schedule.kind',
      `This board does not have the schedule "${schedule.kind}".`,
      `It has: ${known.join(', ')}.`,
    )
  if (schedule.kind === 'rates' && schedule.compensate)
    throw notOnThisBoard(
      'schedule.compensate',
      'This board scales α by 1/p with the schedule bernoulli only.',
      'Set schedule.compensate to false.',
    )
}

function checkImperfections(imperfections: Imperfections): void {
  const asked = Object.entries(imperfections).find(
    ([name, value]) => name !== 'driveFullScaleV' && value !== 0 && value !== null,
  )
  if (asked === undefined) return
  throw notOnThisBoard(
    `imperfections.${asked[0]}`,
    'A board has the imperfections that it has: none can be added.',
    `Set imperfections.${asked[0]} to none, or let the simulation learn.`,
  )
}
