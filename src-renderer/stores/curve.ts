import type { Bucket, History } from '@contract'

type Column = History['mean']

/** A series' known past with the buckets that came live since it was asked for. */
export class Curve {
  private base: History | null = null
  private readonly tail: { bucket: Bucket; expectedUpdates: number }[] = []

  replace(history: History): void {
    this.base = history
    const end = history.lastStep.at(-1) ?? -1
    const newer = this.tail.findIndex(({ bucket }) => bucket.firstStep > end)
    this.tail.splice(0, newer === -1 ? this.tail.length : newer)
  }

  append(bucket: Bucket, expectedUpdates: number): void {
    this.tail.push({ bucket, expectedUpdates })
    // A query comes four times a second; 1,000 live buckets are 16 s of frames without one.
    if (this.tail.length > 1000) this.tail.shift()
  }

  /** Columns of equal length, oldest first; the value of a bucket stands at its last step. */
  columns(): Pick<History, 'firstStep' | 'lastStep' | 'expectedUpdates' | 'min' | 'max' | 'mean'> {
    const column = (
      name: 'firstStep' | 'lastStep' | 'min' | 'max' | 'mean',
      base: Column | undefined,
    ) =>
      joined(
        base,
        this.tail.map(({ bucket }) => bucket[name]),
      )
    return {
      firstStep: column('firstStep', this.base?.firstStep),
      lastStep: column('lastStep', this.base?.lastStep),
      expectedUpdates: joined(
        this.base?.expectedUpdates,
        this.tail.map((entry) => entry.expectedUpdates),
      ),
      min: column('min', this.base?.min),
      max: column('max', this.base?.max),
      mean: column('mean', this.base?.mean),
    }
  }
}

function joined(head: Column | undefined, tail: readonly number[]): Column {
  const offset = head?.length ?? 0
  const all = new Float64Array(offset + tail.length)
  if (head !== undefined) all.set(head)
  all.set(tail, offset)
  return all
}

/**
 * Expected updates per edge at a step: linear between the rows, from 0 at step 0, and with the
 * last slope beyond them. O(log rows).
 */
export function updatesAt(
  { lastStep, expectedUpdates }: Pick<History, 'lastStep' | 'expectedUpdates'>,
  step: number,
): number {
  let [low, high] = [0, lastStep.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (lastStep[middle] < step) low = middle + 1
    else high = middle
  }
  const right = Math.min(low, lastStep.length - 1)
  const [fromStep, from] = right > 0 ? [lastStep[right - 1], expectedUpdates[right - 1]] : [0, 0]
  const span = lastStep[right] - fromStep
  return span > 0 ? from + ((expectedUpdates[right] - from) * (step - fromStep)) / span : from
}
