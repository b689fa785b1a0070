import { axisName, type SweepEstimate } from '@contract'
import { formatCount, formatDuration } from '@figures'
import type { Sweep } from '../sweep'
import { problemLine } from './fail'
import { table } from './output'

/** How many runs a plan has, and how long they take. */
export function estimateText(sweep: Sweep, guess: SweepEstimate): string {
  const { runs, cells, seconds, lanes, atMost, fewestSteps, mostSteps } = guess
  const seeds = sweep.plan.seeds.count
  const steps =
    fewestSteps === null || mostSteps === null
      ? '–'
      : fewestSteps === mostSteps
        ? formatCount(mostSteps)
        : `${formatCount(fewestSteps)} to ${formatCount(mostSteps)}`
  const rows: [string, string][] = [
    ['runs', `${formatCount(runs)}: ${formatCount(cells)} cells, ${formatCount(seeds)} seeds each`],
    ...sweep.plan.axes.map((axis, i): [string, string] => [
      axisName(axis),
      labels(sweep.cells.values[i].map(({ label }) => label)),
    ]),
    ['steps of a run', `${steps}${atMost ? ' at most' : ''}`],
    [
      'time',
      seconds === null
        ? 'not known: no run that was tried can be done'
        : `about ${formatDuration(1000 * seconds)}${atMost ? ' at most' : ''}, ${lanes} at a time`,
    ],
  ]
  const problems = guess.problems.map(({ cell, problem }) => {
    const place = cell.map((at, i) => sweep.cells.values[i][at].label).join(', ')
    return `cannot be done: ${place}: ${problemLine(problem)}`
  })
  return [sweep.plan.name || 'Sweep', table(rows), ...problems].join('\n')
}

function labels(all: readonly string[]): string {
  const shown = all.length > 8 ? [...all.slice(0, 3), '…', ...all.slice(-2)] : all
  return `${shown.join(', ')}${all.length > 8 ? ` (${all.length})` : ''}`
}
