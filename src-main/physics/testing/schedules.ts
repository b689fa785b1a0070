import { logarithm } from '../numeric'
import { Draws, RandomStream } from '../random'
import type { ScheduleSpec } from '../schedules'

/**
 * The second implementation of the schedules: the edges of a step, straight from the definitions
 * and the words of the random stream, with nothing kept from step to step.
 * @param probability E values p_e, for schedules in which each edge decides by itself
 */
export function edgesOf(
  spec: ScheduleSpec,
  probability: ArrayLike<number>,
  seed: number,
  step: number,
): number[] {
  const edges = probability.length
  const all = Array.from({ length: edges }, (_, e) => e)
  switch (spec.kind) {
    case 'synchronous':
      return all
    case 'bernoulli':
    case 'rates': {
      const words = new RandomStream(seed, 'schedule').seek(step)
      return all.filter(
        (e) => words.word(e) / 2 ** 32 < Math.floor(probability[e] * 2 ** 32) / 2 ** 32,
      )
    }
    case 'sweep': {
      const pass = Math.floor((step - 1) / edges)
      const draws = new Draws(seed, 'schedule', pass)
      // Fisher and Yates, from the front.
      for (let i = 0; i < edges - 1; i++) {
        const j = i + Math.floor(draws.uniform() * (edges - i))
        ;[all[i], all[j]] = [all[j], all[i]]
      }
      return [all[(step - 1) % edges]]
    }
    case 'block': {
      const block = (step - 1) % spec.blocks
      const ends = [block, block + 1].map((b) => Math.floor((b * edges) / spec.blocks))
      if (spec.members !== 'fixed' && spec.members !== 'anew') return all.slice(...ends)
      // Fisher and Yates, from the front; a group anew first draws its size.
      const anew = spec.members === 'anew'
      const draws = new Draws(seed, 'schedule', anew ? step : 0)
      const size = anew ? Math.floor(edges / spec.blocks + draws.uniform()) : edges - 1
      for (let i = 0; i < size; i++) {
        const j = i + Math.floor(draws.uniform() * (edges - i))
        ;[all[i], all[j]] = [all[j], all[i]]
      }
      return (anew ? all.slice(0, size) : all.slice(...ends)).sort((a, b) => a - b)
    }
    case 'poisson':
      throw new Error('clocks ring in time: see ringing')
  }
}

/** Poisson clocks one by one: each edge waits for itself, and the earliest ring comes first. */
export function* ringing(
  rate: ArrayLike<number>,
  random: () => number,
): Generator<{ edge: number; time: number }> {
  const wait = (e: number) => -logarithm(1 - random()) / rate[e]
  const next = Array.from(rate, (_, e) => wait(e))
  for (;;) {
    const edge = next.indexOf(Math.min(...next))
    const time = next[edge]
    next[edge] += wait(edge)
    yield { edge, time }
  }
}
