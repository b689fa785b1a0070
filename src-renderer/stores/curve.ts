import type { Bucket, History } from '@contract'
import type { Moments } from './ruler'

type Column = History['mean']
export type Columns = Moments & Pick<History, 'firstStep' | 'min' | 'max' | 'mean'>
/** Where the end of a live bucket lies on the other axes. */
export type Moment = { expectedUpdates: number; runTimeMs: number }

/** A stretch of a series' known past with the buckets that came live since it was asked for. */
export class Curve {
  private base: History | null = null
  /** The known past goes up to what was newest, so that the live buckets follow on it. */
  private open = true
  private readonly tail: { bucket: Bucket; moment: Moment }[] = []

  /** @param open it was asked for up to the newest value */
  replace(history: History, open = true): void {
    this.base = history
    this.open = open
    const end = open ? (history.lastStep.at(-1) ?? -1) : history.range.lastStep
    const newer = this.tail.findIndex(({ bucket }) => bucket.firstStep > end)
    this.tail.splice(0, newer === -1 ? this.tail.length : newer)
  }

  append(bucket: Bucket, { expectedUpdates, runTimeMs }: Moment): void {
    // Its two numbers and not the frame that they come from: a hundred kilobytes would wait with them.
    this.tail.push({ bucket, moment: { expectedUpdates, runTimeMs } })
    // A query comes four times a second; 1,000 live buckets are 16 s of frames without one.
    if (this.tail.length > 1000) this.tail.shift()
  }

  /** Columns of equal length, oldest first; the value of a bucket stands at its last step. */
  columns(): Columns {
    const { base } = this
    const tail = this.open ? this.tail : []
    const column = (name: 'firstStep' | 'lastStep' | 'min' | 'max' | 'mean') =>
      joined(
        base?.[name],
        tail.map(({ bucket }) => bucket[name]),
      )
    const place = (name: 'expectedUpdates' | 'runTimeMs') =>
      joined(
        base?.[name],
        tail.map(({ moment }) => moment[name]),
      )
    return {
      firstStep: column('firstStep'),
      lastStep: column('lastStep'),
      expectedUpdates: place('expectedUpdates'),
      runTimeMs: place('runTimeMs'),
      min: column('min'),
      max: column('max'),
      mean: column('mean'),
    }
  }
}

function joined(head: Column | undefined, tail: readonly number[]): Column {
  if (head !== undefined && tail.length === 0) return head
  const offset = head?.length ?? 0
  const all = new Float64Array(offset + tail.length)
  if (head !== undefined) all.set(head)
  all.set(tail, offset)
  return all
}
