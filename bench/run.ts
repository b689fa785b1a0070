// `npm run bench [-- --only TEXT] [-- --rounds N]`: our engine against programs that users would
// write or pick instead, each ratio from interleaved rounds of the same run.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { boardLine } from './boardLine'
import { buildOurs } from './build'
import { compare } from './compare'
import { recordingLines } from './recordingLines'
import { reference } from './references'
import { rows } from './rows'
import { sweepLines } from './sweepLines'
import { firstStepLine, scalingLines } from './summary'
import { spinLines } from './spinLines'
import { comparisonLine, header, missingLine } from './table'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '0.2' },
  },
})

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
)
console.log(
  `Rates in steps per second of processor time, medians of ${values.rounds} interleaved rounds; p = 0.5.\n`,
)
console.log(header())
const script = await buildOurs()
const rounds = Number(values.rounds)
const missing = new Set<string>()
for (const row of rows) {
  if (!`${row.job} ${row.network} ${JSON.stringify(row.against)}`.includes(values.only)) continue
  const comparison = await compare(script, row, rounds, Number(values.seconds))
  console.log(comparison === null ? missingLine(row) : comparisonLine(comparison))
  if (comparison !== null || 'job' in row.against) continue
  const available = reference(row.against.reference)
  if ('missing' in available) missing.add(available.missing)
}
console.log()
if ('scaling full step lattice'.includes(values.only))
  for (const line of await scalingLines(script, rounds, Number(values.seconds))) console.log(line)
if ('first step'.includes(values.only))
  for (const schedule of ['bernoulli', 'poisson'] as const)
    console.log(await firstStepLine(script, rounds, schedule))
if ('board'.includes(values.only))
  console.log(await boardLine(script, rounds, Number(values.seconds)))
if ('recording'.includes(values.only))
  for await (const line of recordingLines(script, rounds)) console.log(line)
if ('xy spins'.includes(values.only))
  for await (const line of spinLines(script, rounds, Number(values.seconds))) console.log(line)
if ('sweep'.includes(values.only)) console.log(sweepLines())
if (missing.size > 0) console.log(`\nMissing references:\n${[...missing].join('\n')}`)
