import { runConfigSchema, type RunConfig } from './config'
import type { NetworkConfig } from './network'
import type { ImagesConfig } from './pictures'

/** Larger than any digit; a stack of lattices goes to 64. */
const MOST_SIDE = 64

/**
 * A stack of lattices that sees pictures of a size: four channels of local windows, and a readout of
 * one node per class (ours; measured in docs/xy.md). All-to-all 28 x 28 pixels alone are 306,936 edges.
 * @returns null where pictures are too large for one
 */
export function stackFor(rows: number, columns: number, classes: number): NetworkConfig | null {
  const least = Math.min(rows, columns)
  if (least < 2 || Math.max(rows, columns) > MOST_SIDE) return null
  const window = Math.min(least, least > 12 ? 7 : 4)
  const stride = least > 12 ? 3 : Math.min(2, window)
  return {
    kind: 'stacked',
    rows,
    columns,
    layers: [{ channels: 4, window, stride }],
    shared: false,
    within: false,
    readout: classes,
    roles: { kind: 'ends' },
  }
}

/**
 * A run with pictures as its task, on spins in a stack that fits them. Evaluations read one start of
 * 100 pictures of each set: all of MNIST would take longer than a thousand steps.
 */
export function pictureRun(
  task: ImagesConfig,
  network: NetworkConfig,
  { seed, stop }: Pick<RunConfig, 'seed' | 'stop'>,
): RunConfig {
  return runConfigSchema.parse({
    network,
    task,
    rule: { kind: 'xy', evaluateStarts: 1, evaluateExamples: 100 },
    schedule: { kind: 'synchronous' },
    batch: { size: Math.min(20, task.trainExamples) },
    evaluate: { every: 20 },
    seed,
    stop,
  })
}
