import { errorUnitOf, formatError, formatPercent } from '@figures'
import { errorUnit, type Of } from './csv'
import { html, type Markup } from './html'
import type { ReportInput, Repeats } from './input'

type Row = (string | number)[]

/** What many seeds came to, with its uncertainty; nothing for a single run. */
export function repeatsTable({
  repeats,
  description: { model },
}: Pick<ReportInput, 'repeats' | 'description'>): Markup {
  if (repeats === undefined) return html``
  const { runs, failed, spreads } = repeats
  const unit = errorUnitOf(model)
  const of = { error: (value: number) => formatError(value, unit), accuracy: formatPercent }
  return html`<h3>Over ${runs.length} seeds</h3>
    <table class="repeats">
      <thead>
        <tr>
          <th>at the end of a run</th>
          <th>median</th>
          <th>95 % interval of the median</th>
          <th>quartiles</th>
        </tr>
      </thead>
      <tbody>
        ${spreads.map(({ name, kind, median, low, high, lowerQuartile, upperQuartile }) => {
          const show = of[kind]
          return html`<tr>
            <td>${name}</td>
            <td>${show(median)}</td>
            <td>${show(low)} to ${show(high)}</td>
            <td>${show(lowerQuartile)} to ${show(upperQuartile)}</td>
          </tr>`
        })}
      </tbody>
    </table>
    <p>
      The same configuration with the seeds ${runs[0]?.seed ?? 0} to ${runs.at(-1)?.seed ?? 0}; the
      rest of this report is the run of the first. The interval is a percentile bootstrap.
      ${failed > 0 ? `${failed} more could not be done and are not in the table.` : ''} Every run is
      in repeats.csv.
    </p>`
}

/** `repeats.csv`: one row per seed. */
export const repeatRows = ({ runs }: Repeats, of: Of): Row[] => [
  [
    'seed',
    'steps (1)',
    `train error (${errorUnit(of)})`,
    `test error (${errorUnit(of)})`,
    'accuracy (1)',
    'hash of the trajectory',
  ],
  ...runs.map(({ seed, steps, trainError, testError, accuracy, hash }) => [
    seed,
    steps,
    trainError,
    testError ?? '',
    accuracy ?? '',
    hash,
  ]),
]
