import type { SpinHistoryReply, SpinResponses } from '@contract'
import type { SpinEye, SpinMoment } from '../machine/machine'

/** All moments take 1 MB at most, and there are never fewer than this. */
const MOST_BYTES = 1_000_000
const LEAST_MOMENTS = 8
const MOST_MOMENTS = 128
/** A checkpoint is copied once a second: 128 KB of moments. */
const CHECKPOINT_BYTES = 128_000
const BYTES = Float32Array.BYTES_PER_ELEMENT

interface Moment {
  step: number
  coupling: Float32Array
  bias: Float32Array
  /** N values and the outputs' answer, once they were computed. */
  seen: { both: Float32Array; answer: number } | null
}

export interface SpinHistorySnapshot {
  every: number
  step: Float64Array
  coupling: Float32Array[]
  bias: Float32Array[]
}

/** What spins had learned every so many steps, in bounded memory, as `EdgeHistory`; O(N + E) each. */
export class SpinHistory {
  private moments: Moment[] = []
  private every = 1

  /** @param outputs numbers of the output spins. @param free numbers of those that no input holds */
  constructor(
    private readonly outputs: readonly number[],
    private readonly free: readonly number[],
  ) {}

  /** The step whose moment is wanted next. */
  get next(): number {
    const newest = this.moments.at(-1)
    return newest === undefined ? 0 : newest.step + this.every
  }

  /** Takes a moment if this is at or after the step wanted next. */
  add(step: number, eye: SpinEye): void {
    if (step < this.next) return
    const { coupling, bias } = eye.moment()
    const moment = { coupling: Float32Array.from(coupling), bias: Float32Array.from(bias) }
    if (this.moments.length >= this.most(MOST_BYTES, moment)) this.thin()
    if (step >= this.next) this.moments.push({ step, ...moment, seen: null })
  }

  private most(bytes: number, { coupling, bias }: Omit<Moment, 'step' | 'seen'>): number {
    const size = BYTES * (coupling.length + 1.5 * bias.length)
    return Math.min(MOST_MOMENTS, Math.max(LEAST_MOMENTS, Math.floor(bytes / size)))
  }

  private thin(): void {
    this.moments = this.moments.filter((_, i) => i % 2 === 0)
    this.every *= 2
  }

  /** The moment nearest to a step; null: none is kept. */
  nearest(step: number): { step: number; moment: SpinMoment } | null {
    let found: Moment | null = null
    for (const moment of this.moments)
      if (found === null || Math.abs(moment.step - step) <= Math.abs(found.step - step))
        found = moment
    return found && { step: found.step, moment: found }
  }

  /** Computes responses that are not known yet, spread over the training first, until time is up. */
  look(eye: SpinEye, expired: () => boolean): void {
    for (let stride = 64; stride >= 1; stride /= 2)
      for (let i = 0; i < this.moments.length; i += stride) {
        const moment = this.moments[i]
        if (moment.seen !== null) continue
        moment.seen = this.seen(eye.responses(moment))
        if (expired()) return
      }
  }

  private seen({ both, input }: SpinResponses): Moment['seen'] {
    const sum = this.outputs.reduce((all, i) => all + input[i], 0)
    return { both: Float32Array.from(both), answer: sum / Math.max(1, this.outputs.length) }
  }

  /** @param part of the largest root of both responses, above which a spin is affected */
  rows(part: number): Omit<SpinHistoryReply, 'run'> {
    const { moments, free } = this
    return {
      step: Float64Array.from(moments, ({ step }) => step),
      answer: Float64Array.from(moments, ({ seen }) => seen?.answer ?? NaN),
      affected: Float64Array.from(moments, ({ seen }) => {
        if (seen === null) return NaN
        const most = seen.both.reduce((a, b) => Math.max(a, b), 0)
        return free.filter((i) => seen.both[i] > part * most).length / Math.max(1, free.length)
      }),
    }
  }

  /** Enough moments to go on from; where they are fewer than there are, what comes is as coarse. */
  snapshot(): SpinHistorySnapshot {
    const most = this.moments.length > 0 ? this.most(CHECKPOINT_BYTES, this.moments[0]) : 1
    const stride = Math.max(1, Math.ceil(this.moments.length / most))
    const kept = this.moments.filter((_, i) => i % stride === 0)
    return {
      every: this.every * stride,
      step: Float64Array.from(kept, ({ step }) => step),
      coupling: kept.map(({ coupling }) => coupling),
      bias: kept.map(({ bias }) => bias),
    }
  }

  /** @param snapshot left out: nothing is known of what was before */
  restore(snapshot: SpinHistorySnapshot | undefined): void {
    this.every = snapshot?.every ?? 1
    this.moments = Array.from(snapshot?.step ?? [], (step, i) => ({
      step,
      coupling: snapshot!.coupling[i],
      bias: snapshot!.bias[i],
      seen: null,
    }))
  }
}
