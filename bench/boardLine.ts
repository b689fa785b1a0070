import { Contender } from './contender'
import { verdict } from './table'

/** Bytes a second that a line of so many baud carries, 8N1. */
const carried = (baud: number): number => baud / 10
const FAST = 1_000_000
const USUAL = 115_200
/** Of the line rate at 1 Mbaud. */
const AT_LEAST = 50

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]

/** What the client of a board takes in, against what a line can carry. */
export async function boardLine(script: string, rounds: number, seconds: number): Promise<string> {
  const own = new Contender('boardLine', process.execPath, [
    ...[script, 'boardLine', '-', '0', '1', '1'],
  ])
  const frames = await own.calibrate(seconds)
  const rates: number[] = []
  let bytes = NaN
  let edges = NaN
  for (let round = 0; round < rounds; round++) {
    const answer = await own.measure(frames)
    rates.push(frames / answer.seconds)
    bytes = answer.notes.bytes
    edges = answer.loss
  }
  own.close()
  const rate = median(rates)
  const ratios = [Math.min(...rates), rate, Math.max(...rates)].map(
    (perSecond) => (perSecond * bytes) / carried(FAST),
  )
  const [least, middle, most] = ratios.map((ratio) => ratio.toFixed(0))
  const share = (100 * carried(USUAL)) / bytes / rate
  return (
    `Frames of a board (penn16, ${bytes} bytes) from the line to a listener: ${Math.round(rate / 1000)} k/s, ` +
    `${((rate * edges) / 1e6).toFixed(1)} M edge updates/s, ${middle} [${least}-${most}] times what 1 Mbaud carries: ` +
    `at least ${AT_LEAST}, ${verdict('rate', ratios[1], AT_LEAST, AT_LEAST)}\n` +
    `Share of one core at ${USUAL} baud: ${share.toFixed(3)} %`
  )
}
