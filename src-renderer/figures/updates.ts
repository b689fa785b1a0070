import type { Frame } from '@contract'
import { english, type FigureWords } from './words'

export interface UpdateBar {
  /** 0..1 of the edge with the most updates. */
  length: number
  /** rests: cut, frozen or stuck; starved: it should update, and has not for far too long. */
  kind: 'learns' | 'rests' | 'starved'
  count: number
}

/** A wait of so many mean intervals has a probability of 2 in a billion under a random schedule. */
const starvedAfter = 20

/** Updates of each edge, and whether it still updates as its schedule says. E edges. */
export function updateBars({ step, timing }: Pick<Frame, 'step' | 'timing'>): UpdateBar[] {
  const { updates, lastUpdate, updateProbability, seenEvery = 1, sinceStep } = timing
  const most = updates.reduce((largest, n) => Math.max(largest, n), 1)
  return Array.from(updates, (count, edge) => {
    const p = updateProbability[edge]
    const waited = (step - Math.max(lastUpdate[edge], sinceStep)) / seenEvery
    const kind = p <= 0 ? 'rests' : waited * p > starvedAfter ? 'starved' : 'learns'
    return { length: count / most, kind, count }
  })
}

/** The edges that are out of turn, in a sentence; empty where there are none. */
export function describeStarved(bars: readonly UpdateBar[], words: FigureWords = english): string {
  const starved = bars.filter(({ kind }) => kind === 'starved').length
  const resting = bars.filter(({ kind }) => kind === 'rests').length
  const rests = resting > 0 ? words.resting(resting) : ''
  return starved > 0 ? words.starved(starved) + rests : rests
}
