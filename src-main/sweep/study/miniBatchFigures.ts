import type { SweepFigure } from '@contract'
import { spreadSeries } from './figures'
import type { Noise } from './matching'
import { LAGS, type MiniBatch } from './noiseRuns'

/** Displacement and error of masks and of batches on the same axes. */
export function miniBatchFigures({ rule, noises }: MiniBatch): SweepFigure[] {
  const unit = rule === 'ideal' ? 'a.u.²' : 'S²'
  const [masks, batches] = (['mask', 'batch'] as const).map((kind) =>
    noises.filter((noise) => noise.kind === kind),
  )
  const cloud = (name: string, of: readonly Noise[]) => ({
    name,
    drawn: 'points' as const,
    points: of.flatMap(({ displacements, errors, runs }) =>
      errors.flatMap((y, i) =>
        displacements[0][i] > 0 ? [{ x: displacements[0][i], y, run: runs[i] }] : [],
      ),
    ),
  })
  return [
    {
      kind: 'plain',
      title: `Final error against noise, ${rule} rule`,
      caption: `Every run of masks and of batches by its displacement in ${LAGS[0]} steps beyond that of p = 1 with all examples, and by its error at the end.`,
      xLabel: `displacement in ${LAGS[0]} steps (${unit})`,
      xScale: 'log',
      yLabel: 'error at the end (V²)',
      yScale: 'log',
      series: [cloud('random updates, p', masks), cloud('batches, b', batches)],
    },
    {
      kind: 'spread',
      title: `Displacement after convergence, ${rule} rule`,
      caption: `Mean squared displacement of the conductances in ${LAGS[0]} steps, beyond that of p = 1 with all examples: every seed, median and quartiles.`,
      xLabel: 'update probability or batch size',
      yLabel: `displacement (${unit})`,
      yScale: 'log',
      series: [
        spreadSeries(
          'seeds',
          noises.slice(1).map(({ label }) => label),
          noises
            .slice(1)
            .map(({ displacements }) => displacements[0].map((d) => (d > 0 ? d : NaN))),
          noises.slice(1).map(({ runs }) => runs),
        ),
      ],
    },
  ]
}
