import type { StudyTable } from '@contract'
import { covarianceStudy, covarianceTables, type CovarianceSizes } from './covarianceStudy'
import { matches, type Match, type Noise } from './matching'
import { miniBatchFigures } from './miniBatchFigures'
import { BATCHES, EXAMPLES, FOLLOWED, LAGS, measureNoise, STEPS } from './noiseRuns'
import type { Findings, Lab, Study } from './study'
import { say } from './words'

interface Sizes {
  seeds: number
  covariance: CovarianceSizes
}

/** Errors at equal displacement count as alike within this factor. */
const ALIKE = 1.1

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const covariance = await covarianceStudy(sizes.covariance)
  const measured = [
    await measureNoise('ideal', sizes.seeds, lab),
    await measureNoise('discrete', sizes.seeds, lab),
  ]
  const found = measured.map(({ rule, noises }) => ({
    rule,
    noises,
    lags: LAGS.map((lag, n) => ({ lag, matches: matches(noises, n) })),
  }))
  const all = found.flatMap(({ lags }) => lags.flatMap((of) => of.matches))
  const alike = (match: Match) =>
    match.batch !== null && match.errorRatio <= ALIKE && match.errorRatio >= 1 / ALIKE
  const holds = all.every(alike)
  return {
    verdict: {
      holds,
      sentence: [
        holds
          ? 'Random updates are like mini-batches here: for every p there is a batch size with the same displacement after convergence and the same error.'
          : 'That random updates are like mini-batches does not come out as a whole here.',
        ...found.flatMap(({ rule, lags }) => lags.map((of) => lagSentence(rule, of))),
      ].join(' '),
    },
    criteria: [
      ...covariance.criteria,
      {
        name: `p with a batch size of equal displacement and equal error (within a factor ${ALIKE}), both rules and lags`,
        value: all.filter(alike).length / all.length,
        needed: 'all of them: 1',
        holds,
      },
    ],
    tables: [
      ...covarianceTables(covariance),
      ...found.map(({ rule, noises }) => noiseTable(rule, noises)),
      matchTable(found),
    ],
    figures: [...covariance.figures, ...measured.flatMap(miniBatchFigures)],
    method: [
      ...covariance.method,
      `Displacement: ${STEPS} steps of a noisy regression (${EXAMPLES} examples, 0.1 V of noise on the targets), then ${FOLLOWED} steps more in which the conductances are looked at on every step. The error has settled by then; conductances still drift along directions that hardly change it, so the run’s own mean drift is taken out, and the rest of the same seed with p = 1 and all examples is subtracted.`,
      'Equal mean drift: α/p under the ideal rule, 1/p levels per update under the discrete one; batches are drawn anew on each step.',
      `For each p the matching b is found by interpolation (logarithms of displacement over that of b) between b = ${BATCHES.join(', ')}; outside of them none matches.`,
      `At the matching b the errors are compared; within a factor ${ALIKE} they count as alike.`,
      'Ours: the task, α, the 1024 levels, the grids of p and b, the lags.',
    ],
    gaps: measured.flatMap(({ rule, runs }) =>
      runs.lost > 0 ? [`${rule} rule: ${runs.lost} seeds failed and are left out.`] : [],
    ),
  }
}

function lagSentence(rule: string, { lag, matches: list }: LagMatches): string {
  const texts = list.map(({ p, batch: b, why, errorRatio }) =>
    b === null
      ? `p = ${p} ${why}`
      : `p = ${p} moves like b = ${say(b)} with ${say(errorRatio)} times its error`,
  )
  return `Under the ${rule} rule in ${lag} steps: ${texts.join('; ')}.`
}

interface LagMatches {
  lag: number
  matches: Match[]
}

function noiseTable(rule: string, noises: readonly Noise[]): StudyTable {
  const unit = rule === 'ideal' ? 'a.u.²' : 'S²'
  return {
    title: `Noise after convergence, ${rule} rule: medians over ${noises[0].errors.length} seeds`,
    columns: [
      'treatment',
      'error at the end, V²',
      `variance of a step, ${unit}`,
      ...LAGS.map((lag) => `displacement in ${lag} steps, ${unit}`),
    ],
    rows: noises.map(({ label, error, trace, displacement }) => [
      label,
      error,
      trace,
      ...displacement,
    ]),
    note: 'Variances (summed over edges) and displacements (mean over edges) beyond those of p = 1 with all examples.',
  }
}

function matchTable(found: { rule: string; lags: LagMatches[] }[]): StudyTable {
  return {
    title: 'For each p the b with the same displacement',
    columns: ['rule', 'lag', 'p', 'b', 'error over that of this b'],
    rows: found.flatMap(({ rule, lags }) =>
      lags.flatMap(({ lag, matches: list }) =>
        list.map(({ p, batch: b, why, errorRatio }) => [
          rule,
          lag,
          p,
          b === null ? `none: ${why}` : b,
          b === null ? '' : errorRatio,
        ]),
      ),
    ),
    note: '',
  }
}

export const miniBatch: Study<Sizes> = {
  name: 'mini-batch',
  title: 'Is it like mini-batching?',
  question:
    'At equal mean drift: do random updates (p) make the conductances move, and the error end, as batches of some size b do?',
  sizes: {
    quick: { seeds: 20, covariance: { samples: 60_000, points: [0, 200, 2000] } },
    full: { seeds: 120, covariance: { samples: 2_000_000, points: [0, 50, 200, 1000, 4000] } },
  },
  make,
}
