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

const sides = [32, 64, 128, 256]

/** How cost and memory of a step grow with the side of a lattice; the sizes take turns. */
export async function scalingLines(
  script: string,
  rounds: number,
  seconds: number,
): Promise<string[]> {
  const lattices = sides.map(
    (side) =>
      new Contender('scaling', process.execPath, [
        ...[script, 'webassembly', `lattice${side}`],
        ...['0.5', '1', '1'],
      ]),
  )
  const counts: number[] = []
  for (const lattice of lattices) counts.push(await lattice.calibrate(seconds))
  const slopes: number[] = []
  let megabytes = NaN
  for (let round = 0; round < rounds; round++) {
    const points: [number, number][] = []
    for (const [i, lattice] of lattices.entries()) {
      const answer = await lattice.measure(counts[i])
      points.push([sides[i], answer.seconds / counts[i]])
      megabytes = answer.notes.MB
    }
    slopes.push(exponent(points))
  }
  for (const lattice of lattices) lattice.close()
  const slope = median(slopes)
  const range = `${Math.min(...slopes).toFixed(2)}-${Math.max(...slopes).toFixed(2)}`
  return [
    `Seconds a step grow as L^${slope.toFixed(2)} [${range}] over L = ${sides.join(', ')}: at most 2.8, ${verdict('cost', slope, 2.8, 2.8)}`,
    `Memory of the kernel at L = ${sides.at(-1)}: ${megabytes.toFixed(1)} MB: at most 40, ${verdict('cost', megabytes, 40, 40)}`,
  ]
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
