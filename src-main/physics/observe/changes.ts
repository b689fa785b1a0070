import { nextConductance } from '../events/next'
import { LEARNS, type Learner } from '../learner'

/**
 * M x E: contrast of every training example of the next step's task, as the edges read it, V^2;
 * null where readings are noisy. M factorisations.
 */
export function exampleContrasts(learner: Learner): Float64Array | null {
  const { kernel, plan, eta, nextTask, parts } = learner
  const { network, rule, readings = null } = parts
  if (readings?.noisy) return null
  const edges = network.a.length
  const all = Int32Array.from({ length: edges }, (_, e) => e)
  const { inputs, targets, count } = nextTask.train
  const contrasts = new Float64Array(count * edges)
  for (let m = 0; m < count; m++) {
    const contrast = contrasts.subarray(m * edges, (m + 1) * edges)
    kernel.solve(rule.conductance, inputs, m * nextTask.inputs, targets, m * nextTask.outputs, eta)
    if (readings === null || readings.exact) kernel.contrast(all, edges, contrast)
    else readings.add({ ...plan, ...voltagesOf(learner) }, learner.step, 0, all, edges, contrast)
    readings?.addBias(edges, 1, contrast)
  }
  return contrasts
}

const voltagesOf = ({ kernel: { freeV, differenceV } }: Learner) => ({ freeV, differenceV })

/** M x E: the change that each training example alone would make now, ideal rule without bounds. */
export function exampleChanges(learner: Learner, alpha: number): Float64Array | null {
  const { factor } = learner.parts.rule
  const { state } = learner.edges
  const contrasts = exampleContrasts(learner)
  if (contrasts === null) return null
  const rate = alpha / learner.eta
  return contrasts.map((contrast, i) => {
    const e = i % state.length
    return state[e] === LEARNS ? rate * contrast * (factor?.[e] ?? 1) : 0
  })
}

/**
 * Says what a batch would change at every edge if all updated now, bounds included.
 * @param contrasts M x E. @returns a function that writes E changes.
 */
export function batchChange(
  learner: Learner,
  contrasts: Float64Array,
): (examples: readonly number[], change: Float64Array) => void {
  const { rule } = learner.parts
  const { conductance: k, factor } = rule
  const { state } = learner.edges
  const edges = k.length
  const march = rule.march()
  // Levels move in a copy, which is put back edge by edge.
  const mine = march.kind === 'discrete' ? { ...march, level: march.level.slice() } : march
  const alpha = march.kind === 'ideal' ? march.alpha * learner.nextGain : 0
  return (examples, change) => {
    const rate = alpha / (learner.eta * examples.length)
    for (let e = 0; e < edges; e++) {
      change[e] = 0
      if (state[e] !== LEARNS) continue
      let contrast = 0
      for (const m of examples) contrast += contrasts[m * edges + e]
      change[e] = nextConductance(mine, e, k[e], contrast, rate, factor?.[e] ?? 1) - k[e]
      if (mine.kind === 'discrete' && march.kind === 'discrete') mine.level[e] = march.level[e]
    }
  }
}
