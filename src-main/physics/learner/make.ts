import { Batches, type BatchSpec } from '../batches'
import { PhysicsError } from '../error'
import {
  drawBroken,
  makeReadings,
  perfect,
  quantiseDrive,
  resistanceFactors,
  type ImperfectionsSpec,
} from '../imperfections'
import { assignRoles, checkGraph, makeNetwork, type NetworkSpec, type RolesSpec } from '../network'
import { makeRule, type RuleSpec } from '../rules'
import { makeSchedule, type ScheduleSpec } from '../schedules'
import { LateSolver, type KernelChoice } from '../kernels'
import { makeTask, type Data, type TaskSpec } from '../tasks'
import { checkGiven } from './given'
import { Learner } from './learner'

/** What a trajectory is a function of. */
export interface LearnerSpec {
  network: NetworkSpec & { roles: RolesSpec }
  task: TaskSpec
  rule: RuleSpec
  schedule: ScheduleSpec
  batch: BatchSpec
  /** Left out: none. */
  imperfections?: ImperfectionsSpec
  /** 0..2^32-1. */
  seed: number
}

/** A square of 316 x 316: its factor takes 50 MB, and its analysis a third of a second. */
const MOST_NODES = 100_000

function checkCompensation({ schedule, rule }: LearnerSpec): boolean {
  if (!schedule.compensate) return false
  if (rule.kind !== 'ideal')
    throw new PhysicsError(
      'compensate-needs-ideal-rule',
      `The ${rule.kind} rule has no learning rate that 1/p could scale.`,
      'Set schedule.compensate to false, or rule.kind to ideal.',
      'schedule.compensate',
    )
  return true
}

/** @throws PhysicsError when the parts do not fit together, with what is allowed. */
export function makeLearner(
  spec: LearnerSpec,
  data: Data,
  kernel: KernelChoice = 'fastest',
): Learner {
  const { seed } = spec
  const compensate = checkCompensation(spec)
  const network = makeNetwork(spec.network, seed)
  if (network.names.length > MOST_NODES)
    throw new PhysicsError(
      'network-too-large',
      `The network has ${network.names.length} nodes.`,
      `This solver takes up to ${MOST_NODES} nodes (a square of 316 x 316).`,
      'network',
    )
  // The generators' graphs are simple and their names differ: their tests hold that.
  if (spec.network.kind === 'given') checkGraph(network)
  const imperfections = spec.imperfections ?? perfect
  const task = makeTask(spec.task, data, seed)
  quantiseDrive(task, imperfections)
  const roles = assignRoles(network, spec.network.roles, task, seed)
  const edges = network.a.length
  checkGiven(network, spec.rule)
  const resistance = resistanceFactors(imperfections, edges, seed)
  const rule = makeRule(spec.rule, edges, seed, { given: network.conductance, resistance })
  const decay = spec.rule.kind === 'ideal' ? spec.rule.decay : undefined
  return new Learner({
    network,
    roles,
    task,
    solver: new LateSolver(network, roles, task.train, rule.grid?.length ?? 0, kernel),
    rule,
    schedule: makeSchedule(spec.schedule, edges, seed),
    batches: new Batches(task.train.count, spec.batch, seed),
    eta: spec.rule.eta,
    probability: 'probability' in spec.schedule ? spec.schedule.probability : 1,
    compensate,
    ...(decay === undefined || decay.kind === 'constant' ? {} : { decay }),
    readings: makeReadings(imperfections, edges, seed),
    broken: drawBroken(imperfections, network, roles, seed),
    choice: kernel,
  })
}
