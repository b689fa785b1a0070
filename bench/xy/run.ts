// `npm run xy -- xor --network 4x4-corners --seeds 20`: the studies of docs/xy.md.
import { parseArgs } from 'node:util'
import type { TaskSpec } from '../../src-main/physics/tasks'
import { classifyRun, interval, mnistIn } from './classify'
import { xorRun, type XorResult } from './xor'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    network: { type: 'string', default: '3x3-corners' },
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '3000' },
    /** JSON that is laid over the recipe. */
    rule: { type: 'string', default: '{}' },
    /** Folder with the files of MNIST, for the study mnist. */
    images: { type: 'string', default: '.' },
    train: { type: 'string', default: '60000' },
    test: { type: 'string', default: '10000' },
    /** JSON of a schedule. */
    schedule: { type: 'string', default: '{"kind":"synchronous"}' },
  },
})

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? NaN
const rule = JSON.parse(values.rule)
const schedule = JSON.parse(values.schedule)
const steps = Number(values.steps)
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.from) + i)
const seconds = (begin: NodeJS.CpuUsage, runs: number): string =>
  `${(process.cpuUsage(begin).user / 1e6 / runs).toFixed(2)} s a run`

function xor(network: string): void {
  const begin = process.cpuUsage()
  const results: XorResult[] = seeds.map((seed) => xorRun(network, rule, seed, steps, schedule))
  const count = (what: (result: XorResult) => boolean): string =>
    `${results.filter(what).length}/${results.length}`
  console.log(
    `${network.padEnd(16)} learned ${count((r) => r.learned)} strict ${count((r) => r.strict)}` +
      ` median steps ${median(results.filter((r) => r.learned).map((r) => r.steps))}` +
      ` median worst ${median(results.map((r) => r.worst)).toFixed(3)}` +
      ` ${seconds(begin, results.length)}`,
  )
}

const folds = [0, 1, 2, 3, 4]
const irisTask = (fold: number): TaskSpec => ({
  kind: 'iris',
  trainFlowers: 120,
  fold,
  lowV: 0,
  highV: 1,
})
const digitsTask: TaskSpec = {
  kind: 'digits',
  side: 8,
  trainExamples: 1000,
  testExamples: 500,
  shift: 0.5,
  thickness: 1.3,
  thicknessVariation: 0.3,
  noise: 0.1,
  lowV: 0,
  highV: 1,
}

const mnistTask = (): TaskSpec => ({
  kind: 'images',
  pictures: mnistIn(values.images),
  trainExamples: Number(values.train),
  testExamples: Number(values.test),
  classes: null,
  margin: 0,
  height: null,
  width: null,
  lowV: 0,
  highV: 1,
})

/** Five folds per seed, or one generated set per seed; the interval is over seeds. */
function classify(network: string, tasks: readonly TaskSpec[]): void {
  const begin = process.cpuUsage()
  let size = ''
  const accuracies = seeds.map((seed) => {
    const each = tasks.map((task) => {
      const run = classifyRun({
        network,
        task,
        rule,
        schedule,
        seed,
        steps,
        batch: 20,
      })
      size = `${run.couplings} couplings and ${run.biases} biases`
      return run.accuracy
    })
    return each.reduce((a, b) => a + b, 0) / each.length
  })
  const { mean, half } = interval(accuracies)
  const range =
    seeds.length > 1 ? ` [${(mean - half).toFixed(4)}-${Math.min(1, mean + half).toFixed(4)}]` : ''
  console.log(
    `${network.padEnd(20)} test accuracy ${mean.toFixed(4)}${range}` +
      ` ${size} ${seconds(begin, seeds.length * tasks.length)}`,
  )
}

const studies: Record<string, (network: string) => void> = {
  xor,
  iris: (network) => classify(network, folds.map(irisTask)),
  mnist: (network) => classify(network, [mnistTask()]),
  digits: (network) => classify(network, [digitsTask]),
}
const study = studies[positionals[0] ?? '']
if (study === undefined) console.error(`studies: ${Object.keys(studies).join(', ')}`)
else for (const network of values.network.split(',')) study(network)
