import type { RunConfig } from '@contract'
import type { BoardProgram, BoardRule, BoardSchedule, BoardTask } from '../../board'
import { DiscreteRule, type Learner } from '../../physics'
import { ofResistors } from '../resistors'

const TWO_32 = 4294967296
const ALWAYS = 0xffffffff

/** A configuration in the board's own terms. @param model the learner of this configuration */
export function programOf(config: RunConfig, model: Learner): BoardProgram {
  const { parts } = model
  const { network, roles } = parts
  return {
    nodes: network.names.length,
    edges: Array.from(network.a, (a, e) => [a, network.b[e]] as const),
    sources: [...roles.sources],
    grounds: [...roles.grounds],
    targets: [...roles.targets],
    task: taskOf(parts),
    rule: ruleOf(config, parts),
    schedule: scheduleOf(config, model),
    batch: {
      size: config.batch.size,
      draw: config.batch.draw === 'replacement' ? 'REPL' : 'EPOC',
    },
    seed: config.seed,
  }
}

type Parts = Learner['parts']

function taskOf({ task: { train, test, classes } }: Parts): BoardTask {
  return {
    train: train.count,
    test: test.count,
    inputsV: [...train.inputs, ...test.inputs],
    desired:
      classes === null
        ? { kind: 'targets', voltagesV: [...train.targets, ...test.targets] }
        : {
            kind: 'classes',
            count: classes.names.length,
            labels: [...classes.train, ...classes.test],
          },
  }
}

function ruleOf(config: RunConfig, { rule }: Parts): BoardRule {
  const { rule: asked } = ofResistors(config)
  if (asked.kind === 'ideal')
    return {
      kind: 'ideal',
      eta: asked.eta,
      alpha: asked.alpha,
      minConductance: asked.minConductance,
      maxConductance: asked.maxConductance,
      conductance: rule.conductance.slice(),
    }
  const { levels, levelStep, maxResistanceOhm, minResistanceOhm } = asked
  const startLevel = asked.startLevel ?? Math.max(1, Math.floor(levels / 2))
  const level = rule instanceof DiscreteRule ? rule.level : []
  const alike = level.every((n) => n === startLevel)
  return {
    kind: 'discrete',
    eta: asked.eta,
    levels,
    levelStep,
    maxResistanceOhm,
    minResistanceOhm: minResistanceOhm ?? 0,
    startLevel,
    // Conductances that the network brings.
    ...(alike ? {} : { levelOf: level.slice() }),
  }
}

function scheduleOf({ schedule }: RunConfig, model: Learner): BoardSchedule {
  if (schedule.kind === 'bernoulli') {
    const { probability, compensate } = schedule
    return { kind: 'bernoulli', probability, compensate }
  }
  if (schedule.kind === 'rates') return { kind: 'rate', thresholds: limitsOf(model) }
  return { kind: 'synchronous' }
}

/** E probabilities times 2^32, rounded down; 0xFFFFFFFF stands for 1. */
export function limitsOf({ parts }: Learner): Uint32Array {
  return Uint32Array.from(parts.schedule.probability, (p) =>
    Math.min(Math.floor(p * TWO_32), ALWAYS),
  )
}

/** Full scale for the voltages in frames: no node goes beyond it, whatever eta is set to. */
export function voltageRange({ task }: BoardProgram): number {
  const desired = task.desired.kind === 'targets' ? Array.from(task.desired.voltagesV) : []
  const held = [...Array.from(task.inputsV), ...desired].map(Math.abs)
  // V_C = V_F + eta (V_D - V_F) with eta up to 2 reaches three times the largest voltage.
  return Math.min(1000, Math.max(0.001, 3 * held.reduce((a, b) => Math.max(a, b), 0)))
}
