import type { RunConfig } from '@contract'
import { pictureSources } from './pictureSources'

/** The papers whose physics this is where nodes are spins. */
export const spinPapers = {
  spins:
    'Q. Wang, C. C. Wanjura, F. Marquardt, Training coupled phase oscillators as a neuromorphic platform using equilibrium propagation, arXiv:2402.08579 (2024)',
  lattices:
    'Q. Wang, C. C. Wanjura, F. Marquardt, Dependence of equilibrium propagation training success on network architecture, arXiv:2601.21945 (2026)',
  propagation:
    'B. Scellier, Y. Bengio, Equilibrium propagation, Front. Comput. Neurosci. 11, 24 (2017)',
}

/** What is after a paper in a run of spins. */
export function afterSpinPapers({ rule, task }: RunConfig): string[] {
  const list = [
    'Equilibrium propagation: gradients from a free and a nudged state; after Scellier and Bengio (2017).',
    'The energy of the spins, inputs and targets at ±π/2, and gradients of couplings and biases: after the published code of Wang, Wanjura and Marquardt (2024).',
  ]
  if (rule.kind === 'xy' && rule.cost === 'log')
    list.push('The cost −log(1 + cos), with its weight kept while the spins come to rest (ours).')
  if (task.kind === 'iris') list.push('The data are Fisher’s (1936).')
  return list
}

/** What we chose ourselves in a run of spins. */
export function spinChoices({ rule, task, schedule, network, batch }: RunConfig): string[] {
  const list = [
    'All numbers in the table of parameters, unless it says otherwise here.',
    'Relaxation by over-relaxed alignment, spin by spin.',
    `The network (${network.kind}), and which spins are inputs and outputs.`,
    'Biases as vectors, with both components learned.',
    `How batches are drawn (${batch.draw}).`,
  ]
  if (rule.kind === 'xy') list.push(`The optimiser (${rule.optimiser}), parameter by parameter.`)
  if (schedule.kind !== 'synchronous')
    list.push(`That couplings and biases update out of step (${schedule.kind}).`)
  if (task.kind === 'digits') list.push('The digits: synthetic, and no data set.')
  list.push(...pictureSources(task))
  return list
}
