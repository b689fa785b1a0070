import type { CaseResult } from './measure'

export const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ??
  NaN

type Line = [name: string, of: (result: CaseResult) => string, aim: string]

const both = (values: readonly number[]): string =>
  `${quantile(values, 0.5).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)} ms`

const lines: readonly Line[] = [
  ['main thread per frame, processor', ({ thread }) => both(thread.cpu), 'p95 < 16.6 ms'],
  ['main thread per frame, wall clock', ({ thread }) => both(thread.wall), 'p95 < 16.6 ms'],
  [
    'frames a second',
    ({ thread }) => (thread.cpu.length / thread.seconds).toFixed(0),
    '60 on a free machine',
  ],
  ['engine until every chart is painted', ({ latency }) => both(latency), 'p95 < 100 ms'],
  [
    'tasks over 50 ms, wall / processor',
    ({ thread: { long } }) => `${long.wall} / ${long.cpu}`,
    '0',
  ],
  ['measurements dropped', ({ dropped }) => String(dropped), '0'],
  [
    'pairs of spins a second, run / shown',
    ({ pairs }) =>
      pairs === undefined ? '' : `${pairs.engine.toFixed(1)} / ${pairs.shown.toFixed(1)}`,
    'at least 5',
  ],
  ['steps a second', ({ stepsPerSecond }) => stepsPerSecond.toFixed(0), ''],
]

/** Medians and 95th percentiles, a column per network. */
export function caseTable(results: readonly CaseResult[]): string {
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(i === 0 ? 38 : 24))
      .join('')
      .trimEnd()
  return [
    row(['p50 / p95', ...results.map(({ name }) => name), 'aim']),
    ...lines.map(([name, of, aim]) => row([name, ...results.map(of), aim])),
  ].join('\n')
}
