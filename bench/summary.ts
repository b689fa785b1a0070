import type { Comparison } from './compare'
import { Contender } from './contender'
import { verdict } from './table'

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]

/** Slope of log y over log x, least squares. */
function exponent(points: readonly (readonly [number, number])[]): number {
  const x = points.map(([side]) => Math.log(side))
  const y = points.map(([, value]) => Math.log(value))
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const covariance = x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0)
  return covariance / x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
}

/** How cost and memory grow, from the lattices that were measured. */
export function scalingLines(comparisons: readonly Comparison[]): string[] {
  const lattices = new Map<number, Comparison>()
  for (const comparison of comparisons) {
    const side = Number(/^lattice(\d+)$/.exec(comparison.row.network)?.[1])
    if (side > 0 && !lattices.has(side)) lattices.set(side, comparison)
  }
  const lines: string[] = []
  if (lattices.size > 2) {
    const slope = exponent([...lattices].map(([side, { ours }]) => [side, 1 / ours]))
    const sides = [...lattices.keys()].join(', ')
    lines.push(
      `Seconds a step grow as L^${slope.toFixed(2)} over L = ${sides}: at most 2.8, ${verdict('cost', slope, 2.8, 2.8)}`,
    )
  }
  const megabytes = lattices.get(256)?.notes.MB
  if (megabytes !== undefined)
    lines.push(
      `Memory of the kernel at L = 256: ${megabytes.toFixed(1)} MB: at most 40, ${verdict('cost', megabytes, 40, 40)}`,
    )
  return lines
}

/** Seconds from a configuration to the first step, or event, each in a process that is new. */
export async function firstStepLine(
  script: string,
  rounds: number,
  schedule: 'bernoulli' | 'poisson',
): Promise<string> {
  const seconds: number[] = []
  for (let round = 0; round < rounds; round++) {
    const args = [script, 'firstStep', schedule, '0', '1', '1']
    const own = new Contender('firstStep', process.execPath, args)
    seconds.push((await own.measure(1)).seconds)
    own.close()
  }
  const middle = median(seconds)
  const range = `${Math.min(...seconds).toFixed(2)}-${Math.max(...seconds).toFixed(2)}`
  const what = schedule === 'poisson' ? 'First Poisson event' : 'First step'
  return `${what} of a lattice of 99,904 edges after ${middle.toFixed(2)} s [${range}]: at most 0.5, ${verdict('cost', middle, 0.5, 0.5)}`
}
