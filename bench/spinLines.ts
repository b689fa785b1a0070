import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Contender } from './contender'
import { cache, reference } from './references'
import { spinProblem, spinProblemText, type SpinNetwork } from './spins'
import { verdict } from './table'

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]

/** Flows count hundredths of a pair, so that the slowest can be measured at all. */
const HUNDREDTHS = 100
const REAL_TIME = 5
/** Whole flows that say what torque they leave. */
const FLOWS = 5

interface Against {
  network: SpinNetwork
  name: string
  open: (script: string) => Contender | null
  atLeast: number | null
}

const ours = (job: string, network: string) => (script: string) =>
  new Contender(job, process.execPath, [script, job, network, '0', '1', '1'])

const numpy = (network: SpinNetwork, mode: 'dense' | 'edges') => (): Contender | null => {
  const available = reference('spins.py')
  if ('missing' in available) return null
  const file = join(cache, `spins-${network}.txt`)
  writeFileSync(file, spinProblemText(spinProblem(network)))
  const [command, ...args] = available.command
  return new Contender('spins.py', command, [...args, file, mode])
}

const lines: readonly Against[] = (['lattice30', 'all100'] as const).flatMap((network) => [
  {
    network,
    name: 'Heun, T = 100',
    open: ours('spinFlow', network),
    atLeast: network === 'all100' ? 200 : 50,
  },
  { network, name: 'NumPy, matrix', open: numpy(network, 'dense'), atLeast: 200 },
  { network, name: 'NumPy, bonds', open: numpy(network, 'edges'), atLeast: null },
])

/** Free and nudged states of spins against the gradient flow with sines, per pair. */
export async function* spinLines(
  script: string,
  rounds: number,
  seconds: number,
): AsyncGenerator<string> {
  yield 'Pairs of a free and a nudged state of spins, alignment against gradient flow:'
  for (const { network, name, open, atLeast } of lines) {
    const other = open(script)
    if (other === null) {
      yield `  ${network} against ${name}: missing`
      continue
    }
    const own = ours('spins', network)(script)
    const counts = [await own.calibrate(seconds), await other.calibrate(seconds)]
    const ratios: number[] = []
    const rates: number[] = []
    let residual = NaN
    for (let round = 0; round < rounds; round++) {
      const mine = await own.measure(counts[0])
      const theirs = await other.measure(counts[1])
      const pair = (HUNDREDTHS * theirs.seconds) / counts[1]
      rates.push(counts[0] / mine.seconds)
      ratios.push(pair / (mine.seconds / counts[0]))
      residual = mine.notes.residual
    }
    // Worst of some, as ours is the worst of all pairs.
    let whole = 0
    for (let i = 0; i < FLOWS && name.startsWith('Heun'); i++)
      whole = Math.max(whole, (await other.measure(HUNDREDTHS)).loss)
    own.close()
    other.close()
    const ratio = median(ratios)
    const range = `${Math.min(...ratios).toFixed(0)}-${Math.max(...ratios).toFixed(0)}`
    const promise =
      atLeast === null ? '' : `: at least ${atLeast}, ${verdict('rate', ratio, atLeast, atLeast)}`
    yield `  ${network.padEnd(10)} ${median(rates).toFixed(1)} pairs/s, ${ratio.toFixed(0)} [${range}] times ${name}${promise}`
    if (whole > 0)
      yield `  ${network.padEnd(10)} torque left ${residual.toExponential(1)} against ${whole.toExponential(1)}: at least 10000 times less, ${verdict('rate', whole / residual, 1e4, 1e4)}`
  }
  const large = ours('spins', 'lattice100')(script)
  const count = await large.calibrate(seconds)
  const rates: number[] = []
  for (let round = 0; round < rounds; round++)
    rates.push(count / (await large.measure(count)).seconds)
  large.close()
  const rate = median(rates)
  yield `  lattice100 ${rate.toFixed(1)} pairs/s: at least ${REAL_TIME}, ${verdict('rate', rate, REAL_TIME, REAL_TIME)}`
  yield* laneLines(script, rounds, seconds)
}

/** Whole training steps: what pays for the WebAssembly of spins. */
const LANES_AT_LEAST = 1.3
const trained = ['2-4-1', 'a10', '3x3-corners', '5x5-near', '30x30-near', 'a100']

async function* laneLines(script: string, rounds: number, seconds: number): AsyncGenerator<string> {
  yield 'Training steps of spins (4 examples), two states in lanes against TypeScript, the same bits:'
  for (const network of trained) {
    const [lanes, plain] = ['spinSteps', 'spinStepsPlain'].map((job) => ours(job, network)(script))
    const count = await plain.calibrate(seconds)
    // The same steps on both sides: how long one takes changes as it learns.
    await lanes.measure((await plain.measure(1)).notes.step)
    const ratios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < rounds; round++) {
      const slow = await plain.measure(count)
      const fast = await lanes.measure(count)
      if (slow.loss !== fast.loss) throw new Error(`${network}: lanes have other bits`)
      ratios.push(slow.seconds / fast.seconds)
      rates.push(count / fast.seconds)
    }
    lanes.close()
    plain.close()
    const range = `${Math.min(...ratios).toFixed(1)}-${Math.max(...ratios).toFixed(1)}`
    const ratio = median(ratios)
    yield `  ${network.padEnd(12)} ${median(rates).toFixed(0)} steps/s, ${ratio.toFixed(1)} [${range}] times: at least ${LANES_AT_LEAST}, ${verdict('rate', ratio, LANES_AT_LEAST, LANES_AT_LEAST)}`
  }
}
