import type { RunConfig, RunFile } from '@contract'
import { seriesCsv } from '../csv'
import type { ReportInput } from '../input'
import type { Bundle } from './read'
import { edgesCsv, nodesCsv } from './tables'

export type Verdict =
  | { verdict: 'reproduced'; steps: number; hash: string }
  | { verdict: 'diverged'; step: number; field: string; recorded: string; again: string }
  | { verdict: 'not-verifiable'; why: string }

/** The same configuration, run to the same step; `hashes` by step, as the trail asked. */
export interface Again extends Pick<
  ReportInput,
  'run' | 'history' | 'description' | 'frame' | 'physics'
> {
  hashes: ReadonlyMap<number, string>
}

/** Runs a configuration to a step and notes the hash at some steps on the way. */
export type RunAgain = (config: RunConfig, steps: number, at: readonly number[]) => Promise<Again>

/**
 * Runs a bundle's run again and compares, bit for bit: the hash on the way, every row of the series,
 * every edge and node at the end, the results.
 * @throws ProblemError if the configuration cannot work
 */
export async function verifyBundle({ run, files }: Bundle, runAgain: RunAgain): Promise<Verdict> {
  const why = unverifiable(run)
  if (why !== null) return { verdict: 'not-verifiable', why }
  // At the step of a change a hash may be of the state before it, as in what earlier versions wrote.
  const changed = new Set(run.config.adjustments.map(({ step }) => step))
  const trail = (run.trail ?? []).filter(({ step }) => !changed.has(step))
  const { steps } = run.result
  const again = await runAgain(
    run.config,
    steps,
    trail.map(({ step }) => step),
  )
  const lost = trail.find(({ step, hash }) => again.hashes.get(step) !== hash)
  const before = trail.filter(({ step }) => step < (lost?.step ?? Infinity)).at(-1)?.step ?? -1
  const row = firstRow(files.get('series.csv'), seriesCsv(again), before)
  if (row !== null && (lost === undefined || row.step <= lost.step))
    return { verdict: 'diverged', ...row }
  if (lost !== undefined)
    return diverged(lost.step, 'hash', lost.hash, again.hashes.get(lost.step) ?? 'none')
  for (const field of [
    'hash',
    'trainError',
    'testError',
    'trainAccuracy',
    'testAccuracy',
    'expectedUpdates',
  ] as const)
    if (!Object.is(run.result[field], again.run.result[field]))
      return diverged(steps, `result.${field}`, run.result[field], again.run.result[field])
  for (const [name, text] of [
    ['edges.csv', edgesCsv(again)],
    ['nodes.csv', nodesCsv(again)],
  ] as const) {
    const [recorded, now] = firstLine(files.get(name), text) ?? []
    if (recorded !== undefined) return diverged(steps, name, recorded, now ?? '')
  }
  return { verdict: 'reproduced', steps, hash: run.result.hash }
}

function unverifiable({ config, result }: RunFile): string | null {
  if (config.machine.kind !== 'simulated')
    return 'a physical board learned: what it did was measured and cannot be computed again.'
  if (result.steps === 0) return 'nothing was run: it has no step.'
  if (result.dropped > 0) return `${result.dropped} measurements are missing from the record.`
  return null
}

const diverged = (step: number, field: string, recorded: unknown, again: unknown): Verdict => ({
  verdict: 'diverged',
  step,
  field,
  recorded: String(recorded),
  again: String(again),
})

/** The row of the series that differs and begins earliest, of those that end after a step. */
function firstRow(
  recorded: Uint8Array | undefined,
  again: string,
  afterStep: number,
): { step: number; field: string; recorded: string; again: string } | null {
  if (recorded === undefined) return null
  const [rows, others] = [linesOf(recorded), again.split('\r\n')]
  let first: { step: number; field: string; recorded: string; again: string } | null = null
  for (let i = 0; i < Math.max(rows.length, others.length); i++) {
    if (rows[i] === others[i]) continue
    const cells = (rows[i] ?? '').split(',')
    const now = (others[i] ?? '').split(',')
    const [step, last] = [Number(cells[2] ?? now[2]), Number(cells[3] ?? now[3])]
    if (!(last > afterStep) || (first !== null && first.step <= step)) continue
    const column = cells.findIndex((cell, c) => cell !== now[c])
    const header = rows[0].split(',')[column] ?? 'rows'
    const field = `${cells[0] || now[0]} ${header.replace(/ \(.*/, '')}`
    first = {
      step,
      field,
      recorded: cells[column] ?? 'no such row',
      again: now[column] ?? 'no such row',
    }
  }
  return first
}

function firstLine(recorded: Uint8Array | undefined, again: string): [string, string] | null {
  if (recorded === undefined) return null
  const [lines, others] = [linesOf(recorded), again.split('\r\n')]
  const at = lines.findIndex((line, i) => line !== others[i])
  return at < 0 ? null : [lines[at], others[at] ?? 'no such row']
}

// The byte order mark stays: it is part of what is compared.
const linesOf = (bytes: Uint8Array): string[] =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')
