import type { MachineDescription, Problem, RunFile } from '@contract'
import { errorUnitOf, formatCount, formatDuration, formatError, formatPercent } from '@figures'
import { adjustmentText } from './adjustments'
import { networkPicture, plots } from './figures'
import { html, raw, type Markup } from './html'
import type { ReportInput } from './input'
import { pairs } from './pairs'
import { parameterTable } from './parameters'
import { policy } from './policy'
import { sources } from './sources'
import { style } from './style'
import { learnerText, question, taskDescription } from './words'
import { boardSection, repeatSection } from './board'
import { physicsSection } from './physics'
import { repeatsTable } from './repeats'

function facts({ run, description }: ReportInput): Markup {
  const { result, config } = run
  const accuracy = result.testAccuracy ?? result.trainAccuracy
  const unit = errorUnitOf(description.model)
  const rows: [string, string][] = [
    ['Train error', formatError(result.trainError, unit)],
    ...(result.testError === null
      ? []
      : [['Test error', formatError(result.testError, unit)] as [string, string]]),
    ...(accuracy === null
      ? []
      : [
          [
            description.testExamples > 0 ? 'Test accuracy' : 'Training accuracy',
            formatPercent(accuracy),
          ] as [string, string],
        ]),
    ['Steps', formatCount(result.steps)],
    ['Seed', String(config.seed)],
  ]
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

/** What the error of a run is the mean of. */
const meanOf = (model: MachineDescription['model']): string =>
  model === 'xy'
    ? 'mean cost of an example, sum over outputs of (1 − cos(φ − τ))/2'
    : 'mean of (V_D − V_F)²'

function results({ run: { result, board }, description: { model } }: ReportInput): Markup {
  const unit = errorUnitOf(model)
  const speed = result.runTimeMs > 0 ? (1000 * result.steps) / result.runTimeMs : 0
  return pairs([
    ['Steps', result.steps.toLocaleString('en')],
    ['Expected updates per edge', formatCount(result.expectedUpdates)],
    [`Train error, ${meanOf(model)}`, formatError(result.trainError, unit)],
    ['Test error', result.testError === null ? 'no test set' : formatError(result.testError, unit)],
    ['Train accuracy', accuracyText(result.trainAccuracy)],
    ['Test accuracy', accuracyText(result.testAccuracy)],
    ['Time spent learning', `${formatDuration(result.runTimeMs)}, ${formatCount(speed)} steps/s`],
    [
      board === undefined ? 'Hash of the trajectory' : 'Hash of the last state',
      html`<code>${result.hash}</code>`,
    ],
  ])
}

function accuracyText(accuracy: number | null): string {
  return accuracy === null ? 'not a classification, or no such set' : formatPercent(accuracy)
}

function adjustments({ config, result }: RunFile): Markup {
  const made = config.adjustments.filter(({ step }) => step <= result.steps)
  if (made.length === 0) return html`<p>None: nothing was changed while the run went on.</p>`
  const rows = made.map(
    ({ step, change }) =>
      html`<tr>
        <td>after step ${formatCount(step)}</td>
        <td><code>${adjustmentText(change)}</code></td>
      </tr>`,
  )
  return html`<table>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

function problemItem({ severity, message, where, kept, tip }: Problem): Markup {
  const more = [where, kept && `Kept: ${kept}`, tip].filter((part) => part)
  return html`<li><b>${severity}</b>: ${message}${more.map((part) => html` ${String(part)}`)}</li>`
}

function problems({ problems: list, result }: RunFile): Markup {
  const gaps =
    result.dropped > 0
      ? html`<p>${formatCount(result.dropped)} measurements are missing from this record.</p>`
      : html`<p>No measurement was dropped.</p>`
  const items =
    list.length > 0
      ? html`<ul>
          ${list.map(problemItem)}
        </ul>`
      : html`<p>No problem.</p>`
  return html`${items}${gaps}`
}

function origin({ run, startedAt, versions }: RunFile): Markup {
  return pairs([
    ['Run', html`<code>${run}</code>`],
    ['Started', startedAt ?? 'not started'],
    ['Desynclab', versions.desynclab],
    ['Node', versions.node],
    ['Electron', versions.electron ?? 'none: the command line'],
    ['Platform', versions.platform],
  ])
}

/** The report as one page that needs nothing else. */
export function reportPage(input: ReportInput): string {
  const { run, description } = input
  const { config } = run
  const title = config.name || 'A run of Desynclab'
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Desynclab ${run.versions.desynclab}" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="question">${question(config)}</p>
          ${facts(input)}
          <div class="figures">${networkPicture(input)}</div>
          <p class="task">
            ${learnerText(run, description)} ${taskDescription(config, description)}
          </p>
          <h2>What happened</h2>
          ${plots(input)}
          <h2>Results</h2>
          ${repeatsTable(input)} ${results(input)} ${physicsSection(input)}
          <h2>Parameters</h2>
          ${parameterTable(config)}
          <h2>Changes made while it ran</h2>
          ${adjustments(run)}
          <h2>Problems and gaps</h2>
          ${problems(run)} ${boardSection(run)}
          <h2>What is whose</h2>
          ${sources(config)}
          <h2>Do it again</h2>
          ${repeatSection(run)} ${origin(run)}
          <h2>How to cite</h2>
          <p>
            Desynclab ${run.versions.desynclab}, a laboratory for networks that learn by physics,
            run ${run.run}, seed ${config.seed}, hash ${run.result.hash}. Cite the papers under
            “What is whose” for the physics. The numbers of the plots are in series.csv, the record
            is run.json.
          </p>
        </main>
      </body>
    </html> `
  return page.text
}
