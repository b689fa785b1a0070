import { join } from 'node:path'
import { Contender } from './contender'
import { problem } from './networks'
import { writeNetworkFile } from './networkFile'
import { cache, reference } from './references'
import type { Ours, Row } from './rows'

const PROBABILITY = 0.5
/** Rounds that the same two processes take part in. */
const ROUNDS_OF_PROCESS = 3
/** Steps after which both sides have to show the same loss, at p = 1 where nothing is random. */
const AGREEMENT_STEPS = 20

export interface Comparison {
  row: Row
  /** Steps per second, medians. */
  ours: number
  theirs: number
  /** Of each round, ascending. */
  ratios: number[]
  /** Relative difference of the losses after the same steps; null against ourselves. */
  disagreement: number | null
  notes: Record<string, number>
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]

function ours(
  script: string,
  { job, batch = 1, examples = 1 }: Ours,
  network: string,
  p: number,
): Contender {
  const args = [job, network, p, batch, examples].map(String)
  return new Contender(job, process.execPath, [script, ...args])
}

/** null where the reference is missing. */
function theirs(script: string, row: Row, p: number): Contender | null {
  if ('job' in row.against) return ours(script, row.against, row.network, p)
  const available = reference(row.against.reference)
  if ('missing' in available) return null
  const file = join(cache, `${row.network}-${p}.txt`)
  writeNetworkFile(file, problem(row.network), p)
  const [command, ...args] = available.command
  return new Contender(row.against.reference, command, [...args, file, row.against.mode ?? ''])
}

async function disagreement(script: string, row: Row): Promise<number | null> {
  if ('job' in row.against) return null
  const pair = [ours(script, row.ours, row.network, 1), theirs(script, row, 1)]
  const stepping =
    row.against.mode !== 'solve' && !['splu.py', 'tape.c'].includes(row.against.reference)
  const losses: number[] = []
  for (const contender of pair) {
    if (contender === null) return null
    const lanes = contender.name === 'lanes' ? 4 : 1
    losses.push((await contender.measure(stepping ? AGREEMENT_STEPS * lanes : 1)).loss)
    contender.close()
  }
  return Math.abs(losses[0] - losses[1]) / Math.abs(losses[1])
}

/**
 * Interleaved rounds of about `seconds` each; null where the reference is missing. Every few rounds
 * begin with new processes: where the code and data of one come to lie makes it up to a tenth faster
 * or slower than the next, as long as it lives.
 */
export async function compare(
  script: string,
  row: Row,
  rounds: number,
  seconds: number,
): Promise<Comparison | null> {
  const rates: [number[], number[]] = [[], []]
  const ratios: number[] = []
  let notes = {}
  for (let left = rounds; left > 0; left -= ROUNDS_OF_PROCESS) {
    const reference = theirs(script, row, PROBABILITY)
    if (reference === null) return null
    const own = ours(script, row.ours, row.network, PROBABILITY)
    const counts = [await own.calibrate(seconds), await reference.calibrate(seconds)]
    for (let round = 0; round < Math.min(left, ROUNDS_OF_PROCESS); round++) {
      const first = await own.measure(counts[0])
      const second = await reference.measure(counts[1])
      const [a, b] = [counts[0] / first.seconds, counts[1] / second.seconds]
      rates[0].push(a)
      rates[1].push(b)
      ratios.push(row.quantity === 'cost' ? b / a : a / b)
      notes = first.notes
    }
    own.close()
    reference.close()
  }
  return {
    row,
    ours: median(rates[0]),
    theirs: median(rates[1]),
    ratios: ratios.sort((a, b) => a - b),
    disagreement: await disagreement(script, row),
    notes,
  }
}
