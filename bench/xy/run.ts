// `npm run xy -- xor --network 4x4-corners --seeds 20`: the studies of docs/xy.md.
import { parseArgs } from 'node:util'
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
    /** JSON of a schedule. */
    schedule: { type: 'string', default: '{"kind":"synchronous"}' },
  },
})

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? NaN

function xor(network: string): void {
  const begin = process.cpuUsage()
  const results: XorResult[] = []
  for (let i = 0; i < Number(values.seeds); i++)
    results.push(
      xorRun(
        network,
        JSON.parse(values.rule),
        Number(values.from) + i,
        Number(values.steps),
        JSON.parse(values.schedule),
      ),
    )
  const count = (what: (result: XorResult) => boolean): string =>
    `${results.filter(what).length}/${results.length}`
  const { user } = process.cpuUsage(begin)
  console.log(
    `${network.padEnd(16)} learned ${count((r) => r.learned)} strict ${count((r) => r.strict)}` +
      ` median steps ${median(results.filter((r) => r.learned).map((r) => r.steps))}` +
      ` median worst ${median(results.map((r) => r.worst)).toFixed(3)}` +
      ` ${(user / 1e6 / results.length).toFixed(2)} s a run`,
  )
}

if (positionals[0] === 'xor') for (const network of values.network.split(',')) xor(network)
else console.error('studies: xor')
