import type { HeatFigure, SpreadFigure, SweepFigure } from '@contract'
import type { Measured } from './discreteRuns'
import { UPDATES, type DiscreteArm } from './discreteArms'
import { learningCurves, pairsFigure, spreadSeries } from './figures'

const names: Record<DiscreteArm['part'], string> = {
  mask: 'independent edges',
  finer: 'finer grid',
  anew: 'group anew',
  turns: 'groups in turn',
}

/** One series per treatment over p; p = 1 belongs to all and stands with the first. */
function byProbability({ arms, runs }: Measured, values: number[][]): SpreadFigure['series'] {
  const places = arms.flatMap(({ part, p }) => (part === 'mask' ? [p] : []))
  const parts = [...new Set(arms.map(({ part }) => part))]
  return parts.map((part) => {
    const of = places.map((p) => arms.findIndex((arm) => arm.part === part && arm.p === p))
    return spreadSeries(
      names[part],
      places.map((p) => `p = ${p}`),
      of.map((arm) => (arm < 0 ? [] : values[arm])),
      of.map((arm) => (arm < 0 ? [] : runs.names(arm))),
    )
  })
}

/** @param whole with the ratios and curves, not the errors alone */
export function discreteFigures(one: Measured, whole: boolean): SweepFigure[] {
  const { levels, arms, late, bestSteps, runs } = one
  const masks = arms.flatMap(({ part }, arm) => (part === 'mask' ? [arm] : []))
  const errors = (title: string, caption: string, yLabel: string, values: number[][]) => ({
    kind: 'spread' as const,
    title: `${title}, ${levels} levels`,
    caption,
    xLabel: 'mean share of the edges that move on a step',
    yLabel,
    yScale: 'log' as const,
    series: byProbability(one, values),
  })
  return [
    errors(
      'Mean error at the end',
      'Every task, median and quartiles: independent edges and the controls that move as little per step.',
      'error at the end (V²)',
      late,
    ),
    errors(
      `Best error within ${UPDATES} steps`,
      'The lowest error that a run visits in an equal number of steps.',
      'best error (V²)',
      bestSteps,
    ),
    ...(whole
      ? [
          pairsFigure(
            {
              title: `Paired ratio to p = 1, ${levels} levels`,
              caption:
                'Every pair with the same task; the median with its 95 % bootstrap interval, and p of the sign test.',
              xLabel: 'update probability',
              yLabel: 'error over that at p = 1',
              bounds: [{ at: 0.7, label: '0.7' }],
            },
            masks.slice(1).map((arm) => ({
              label: arms[arm].label,
              values: late[arm],
              references: late[0],
              runs: runs.names(arm),
            })),
          ),
          learningCurves(
            {
              title: `Learning curves, ${levels} levels`,
              caption: 'Median over tasks and the band between the quartiles.',
            },
            masks.map((arm) => arms[arm].label),
            masks.map((arm) => runs.arms[arm]),
          ),
        ]
      : []),
  ]
}

/** Median errors of independent edges over both axes: how many levels there are, and p. */
export function levelsHeat(measured: readonly Measured[]): HeatFigure {
  const places = measured[0].arms.flatMap(({ part, p }) => (part === 'mask' ? [p] : []))
  return {
    kind: 'heat',
    title: 'Mean error at the end over levels and p',
    caption: 'Median over the tasks, independent edges; the colour goes with its logarithm.',
    xLabel: 'update probability',
    yLabel: 'levels',
    valueLabel: 'error at the end (V²)',
    valueScale: 'log',
    x: places.map((p) => `p = ${p}`),
    y: measured.map(({ levels }) => String(levels)),
    cells: measured.flatMap(({ arms, late, runs }, y) =>
      places.flatMap((p, x) => {
        const arm = arms.findIndex((one) => one.part === 'mask' && one.p === p)
        if (arm < 0) return []
        const names = runs.names(arm)
        const values = late[arm].map((value, i) => ({ value, run: names[i] }))
        return [{ x, y, values: values.filter(({ value }) => Number.isFinite(value)) }]
      }),
    ),
  }
}
