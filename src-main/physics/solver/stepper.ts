import { Choice } from './choice'
import type { Kernel } from './kernel'
import type { MarchOrder, MarchRule, MarchSelection, MarchTask, Stepper } from './march'
import type { Positions } from './plan'

/** Examples that one call takes at most, all steps together; a batch may be larger than that. */
const EXAMPLES = 8192

/**
 * Rows of whole steps over any kernel, with the bits of schedule, kernel and rule step by step. A
 * step allocates nothing and costs what the kernel's solution costs, plus O(E).
 */
export class KernelStepper implements Stepper {
  readonly followsEpochs = false
  private readonly choice: Choice
  private readonly contrast: Float64Array

  constructor(
    private readonly kernel: Kernel,
    private readonly plan: Positions,
    private readonly task: MarchTask,
  ) {
    const edges = plan.edgeA.length
    this.choice = new Choice(edges)
    this.contrast = new Float64Array(edges)
  }

  capacity(batch: number): number {
    return Math.max(1, Math.floor(EXAMPLES / batch))
  }

  /** The task's arrays are read where they are. */
  loadTargets(): void {
    return
  }

  select(selection: MarchSelection, learns: Uint8Array | null): void {
    this.choice.select(selection, learns)
  }

  /** @throws RangeError for batches that are not given. */
  march(order: MarchOrder, rule: MarchRule, conductance: Float64Array): number {
    const { kernel, choice, contrast } = this
    const { inputs, targets } = this.task
    const { sources, outputs } = this.plan
    const { firstStep, count, batches, eta, gain, loss, masks, at } = order
    if (batches.kind !== 'given') throw new RangeError('this stepper follows no epochs')
    const { examples, counts } = batches
    const { chosen } = choice
    const words = (conductance.length + 31) >>> 5
    let from = 0
    for (let i = 0; i < count; i++) {
      const size = counts[i]
      const updating = choice.choose(firstStep + i, masks, (at + i) * words)
      let error: number
      if (size === 1) {
        const m = examples[from]
        error = kernel.solve(conductance, inputs, m * sources, targets, m * outputs, eta)
        kernel.contrast(chosen, updating, contrast)
      } else {
        kernel.solveBasis(conductance)
        error = kernel.gather(inputs, targets, examples, from, size, eta)
        kernel.gatheredContrast(chosen, updating, contrast)
      }
      if (rule.kind === 'ideal')
        changeIdeal(
          rule,
          chosen,
          updating,
          contrast,
          (rule.alpha * gain) / (eta * size),
          conductance,
        )
      else changeLevels(rule, chosen, updating, contrast, conductance)
      loss[at + i] = error / (size * outputs)
      from += size
    }
    return examples[from - 1]
  }
}

/** As IdealRule.apply. */
function changeIdeal(
  { low, high }: { low: number; high: number },
  edges: Int32Array,
  count: number,
  contrast: Float64Array,
  rate: number,
  conductance: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const e = edges[i]
    const k = conductance[e] + rate * contrast[i]
    conductance[e] = k < low ? low : k > high ? high : k
  }
}

/** As DiscreteRule.apply. */
function changeLevels(
  { level, levelStep, ofLevel }: Extract<MarchRule, { kind: 'discrete' }>,
  edges: Int32Array,
  count: number,
  contrast: Float64Array,
  conductance: Float64Array,
): void {
  const top = ofLevel.length - 1
  for (let i = 0; i < count; i++) {
    const e = edges[i]
    const n = level[e] + (contrast[i] < 0 ? levelStep : -levelStep)
    level[e] = n < 1 ? 1 : n > top ? top : n
    conductance[e] = ofLevel[level[e]]
  }
}
