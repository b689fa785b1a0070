import type { Learner } from '../../src-main/physics/learner'
import { RandomStream, threshold } from '../../src-main/physics/random'
import { Marcher } from '../../src-main/physics/wasm/marcher'
import type { Problem } from '../networks'
import { rule, seed } from '../parameters'
import { learnerOf } from './learner'
import type { Job } from './serve'

const CHUNK = 512

/** One stream as a run has it: loss and update mask of every step are recorded. */
export function typescriptJob(
  problem: Problem,
  probability: number,
  batch: number,
  examples: number,
): Job {
  const learner = learnerOf(problem, probability, batch, examples)
  const record = { loss: new Float64Array(CHUNK), masks: new Uint32Array(CHUNK * learner.words) }
  return (count) => {
    let last = 0
    for (let done = 0; done < count; done += last) {
      last = Math.min(CHUNK, count - done)
      learner.advance(last, record)
    }
    return record.loss[last - 1] * problem.roles.targets.length
  }
}

export function webassemblyJob(
  problem: Problem,
  probability: number,
  batch: number,
  examples: number,
): Job {
  const learner: Learner = learnerOf(problem, probability, batch, examples)
  const { plan, batches, task } = learner.parts
  const k = learner.parts.rule.conductance
  const marcher = new Marcher(plan, task.train, 0)
  const { key0, key1 } = new RandomStream(seed, 'schedule')
  const limit = new Float64Array(k.length).fill(threshold(probability))
  marcher.select(probability === 1 ? { kind: 'all' } : { kind: 'drawn', key0, key1, limit }, null)
  const chunk = Math.min(CHUNK, marcher.capacity(batch))
  const order = {
    firstStep: 1,
    count: 0,
    examples: new Int32Array(chunk * batch),
    counts: new Int32Array(chunk),
    eta: rule.eta,
    gain: 1,
    loss: new Float64Array(chunk),
    masks: new Uint32Array(chunk * marcher.words),
    at: 0,
  }
  const march = {
    kind: 'ideal' as const,
    alpha: rule.alpha,
    low: rule.minConductance,
    high: rule.maxConductance,
  }
  return (count) => {
    for (let done = 0; done < count; done += order.count) {
      order.count = Math.min(chunk, count - done)
      let at = 0
      for (let i = 0; i < order.count; i++) {
        batches.next(order.firstStep + i)
        const { from } = batches
        for (let m = 0; m < batches.count; m++) order.examples[at++] = batches.examples[from + m]
        order.counts[i] = batches.count
      }
      marcher.march(order, march, k)
      order.firstStep += order.count
    }
    return order.loss[order.count - 1] * problem.roles.targets.length
  }
}
