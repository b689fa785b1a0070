import { Contender } from './contender'
import { verdict } from './table'

/** Of the engine's rate without a record. */
const AT_LEAST = 0.9
/** Long enough for a checkpoint on the way, one a second, besides the last. */
const ROUND_SECONDS = 1.5

const retentions = [
  ['default', 'the default'],
  ['every100', 'every 100th step'],
  ['all', 'every step'],
] as const

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]
const millions = (value: number): string => `${(value / 1e6).toFixed(3)} M/s`

/** What recording costs: the same engine with each retention against itself without a record. */
export async function* recordingLines(script: string, rounds: number): AsyncGenerator<string> {
  const contender = (retention: string) =>
    new Contender('kept', process.execPath, [script, 'kept', retention, '0', '1', '1'])
  const plain = contender('nothing')
  const count = await plain.calibrate(ROUND_SECONDS)
  yield 'Recording of penn16 (p = 0.5), engine with against without:'
  for (const [retention, name] of retentions) {
    const recorded = contender(retention)
    // What every step costs is not known before: as many of each as take about as long.
    const kept = await recorded.calibrate(ROUND_SECONDS)
    const ratios: number[] = []
    const rates: number[] = []
    let notes: Record<string, number> = {}
    for (let round = 0; round < rounds; round++) {
      const without = await plain.measure(count)
      const answer = await recorded.measure(kept)
      ratios.push((without.seconds / count) * (kept / answer.seconds))
      rates.push(kept / answer.seconds)
      notes = answer.notes
    }
    recorded.close()
    const [ratio, rate] = [median(ratios), median(rates)]
    const promise =
      retention === 'default'
        ? `: at least ${AT_LEAST}, ${verdict('rate', ratio, AT_LEAST, 1)}`
        : ''
    yield (
      `  ${name.padEnd(17)} ${millions(rate)} measurements taken in, ` +
      `${millions(rate * notes.values)} numbers and ${((rate * notes.bytes) / 1e6).toFixed(2)} MB/s written, ` +
      `ratio ${ratio.toFixed(3)} [${Math.min(...ratios).toFixed(3)}-${Math.max(...ratios).toFixed(3)}]${promise}`
    )
  }
  plain.close()
}
