import { RandomStream } from '../../physics/random'
import { BoardBatch } from './batch'
import { LIMIT_ALWAYS, type BoardConfig } from './config'
import { LEARNS, type BoardNetwork } from './network'
import { rateOf, resetEdge, updateEdge } from './rule'
import type { Float32Solver } from './solver'
import { nearestClass, refreshClasses, targetRow, type BoardExamples } from './task'

const f = Math.fround

export interface BoardEvaluation {
  /** Mean over examples and targets of (V_D - V_F)^2, V^2. */
  error: number
  right: number
  /** count x O free voltages of the targets, V. */
  outputs: Float32Array
  /** C x C: row true class, column answer. */
  confusion: Uint16Array
}

/** Coupled learning in float32, step by step: bit for bit what the firmware's bench does. */
export class Float32Learner {
  step = 0
  /** Newest example of the last step, and the error of its batch before the update, V^2. */
  example = 0
  loss = 0
  /** Bit e % 8 of byte e >> 3 is set if edge e updated in the last step. */
  readonly mask: Uint8Array
  readonly batch: BoardBatch
  private readonly contrast: Float32Array

  constructor(
    readonly config: BoardConfig,
    readonly network: BoardNetwork,
    readonly solver: Float32Solver,
    readonly examples: BoardExamples,
  ) {
    const edges = network.a.length
    this.mask = new Uint8Array(Math.ceil(edges / 8))
    this.contrast = new Float32Array(edges)
    this.batch = new BoardBatch(examples.train)
  }

  /** Step 0, with the levels or conductances of the rule's start. */
  reset(): void {
    this.step = this.example = this.loss = 0
    this.mask.fill(0)
    this.batch.reset()
    for (let e = 0; e < this.network.a.length; e++) resetEdge(this.config, this.network, e)
  }

  private updates(edge: number): boolean {
    return ((this.mask[edge >> 3] >> (edge & 7)) & 1) === 1
  }

  private select(): void {
    const { config, network, mask } = this
    mask.fill(0)
    const stream = new RandomStream(config.seed, 'schedule').seek(this.step)
    for (let e = 0; e < network.a.length; e++) {
      if (network.state[e] !== LEARNS) continue
      let limit = LIMIT_ALWAYS
      if (config.schedule === 'BERN') limit = config.limit
      if (config.schedule === 'RATE') limit = network.limit[e]
      if (limit === LIMIT_ALWAYS || stream.word(e) < limit) mask[e >> 3] |= 1 << (e & 7)
    }
  }

  /** O(factorisation + batch (entries of the factor + E)). */
  learn(): void {
    const { config, network, solver, examples, batch, contrast } = this
    const { sources, outputs } = solver.plan
    const edges = network.a.length
    this.step++
    this.select()
    const begins = batch.next(config, this.step)
    solver.factor()
    if (begins) refreshClasses(examples, solver)
    contrast.fill(0)
    let error = 0
    for (let i = 0; i < batch.count; i++) {
      const m = batch.order[batch.from + i]
      const row = targetRow(examples, m) * outputs
      const { input, target } = examples
      error = f(error + solver.solveStates(input, m * sources, target, row, config.eta))
      this.example = m
      for (let e = 0; e < edges; e++) if (this.updates(e)) contrast[e] += solver.contrast(e)
    }
    this.loss = f(error / (batch.count * outputs))
    const rate = rateOf(config, batch.count)
    for (let e = 0; e < edges; e++)
      if (this.updates(e)) updateEdge(config, network, e, contrast[e], rate)
  }

  /** Examples from..from+count-1 under the present conductances; the last step's state stays. */
  evaluate(from: number, count: number): BoardEvaluation {
    const { solver, examples } = this
    const { sources, outputs, free } = solver.plan
    const kept = solver.x.slice()
    const result: BoardEvaluation = {
      error: 0,
      right: 0,
      outputs: new Float32Array(count * outputs),
      confusion: new Uint16Array(examples.classes * examples.classes),
    }
    solver.factor()
    if (this.step === 0) refreshClasses(examples, solver)
    for (let i = 0; i < count; i++) {
      const m = from + i
      solver.solveFree(examples.input, m * sources)
      const row = targetRow(examples, m) * outputs
      for (let o = 0; o < outputs; o++) {
        const found = solver.x[free - outputs + o]
        const miss = f(examples.target[row + o] - found)
        result.error = f(result.error + f(miss * miss))
        result.outputs[i * outputs + o] = found
      }
      if (examples.classes === 0) continue
      const answer = nearestClass(examples, solver)
      if (answer === examples.label[m]) result.right++
      result.confusion[examples.label[m] * examples.classes + answer]++
    }
    if (count > 0) result.error = f(result.error / (count * outputs))
    solver.x.set(kept)
    return result
  }
}
