import type { StudyResult, SweepPlan } from '@contract'
import { formatCount, formatDuration, formatScientific } from '@figures'
import { html, raw, type Markup } from '../html'
import { pairs } from '../pairs'
import { policy } from '../policy'
import { style } from '../style'
import { studyFigures } from './figures'
import { whose } from './whose'

const extra = `
.verdict { border-left: 3px solid var(--accent); padding: 2px 0 2px 16px; margin: 24px 0; }
.verdict p { font-size: 17px; margin: 0; max-width: 76ch; }
.verdict .state { font-size: 13px; color: var(--muted); margin-bottom: 4px; }
table.numbers { font-size: 13px; }
table.numbers td, table.numbers th { padding-right: 10px; overflow-wrap: normal; }
.scroll { overflow-x: auto; margin-bottom: 6px; }
.note { font-size: 13px; color: var(--muted); }
/* A narrow figure takes the empty place beside an earlier one. */
.figures { grid-auto-flow: row dense; }
table.many td:first-child { white-space: nowrap; }
table.asked th:nth-child(3) { min-width: 15ch; }
@media print { .verdict p { font-size: 11.5pt; } table.numbers { font-size: 7.5pt; }
  table.numbers td, table.numbers th { font-size: 7.5pt; padding-right: 6px; }
  table.numbers tr:nth-last-child(-n+3) { break-before: avoid; }
  .scroll { overflow: visible; } h3 { break-after: avoid; } }
`

const states = new Map<boolean | null, string>([
  [true, 'It comes out.'],
  [false, 'It does not come out as asked.'],
  [null, 'Measured.'],
])

/** From 1000 to a million the digits of a number's unit say enough: medians of steps are halves. */
function number(value: number | null): string {
  if (value === null) return '–'
  const magnitude = Math.abs(value)
  const isCount = Number.isInteger(value) || magnitude >= 999.5
  return isCount && magnitude < 1e6
    ? value.toFixed(0).replace('-', '\u2212')
    : formatScientific(value)
}

const cell = (value: string | number | null) =>
  html`<td>${typeof value === 'string' ? value : number(value)}</td>`

function tableOf(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  kind = columns.length > 5 ? ' many' : '',
) {
  return html`<div class="scroll">
    <table class="numbers${kind}">
      <thead>
        <tr>
          ${columns.map((name) => html`<th>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function criteria({ criteria: list }: StudyResult): Markup {
  const rows = list.map(({ name, value, needed, holds }) => [
    name,
    value,
    needed ?? 'shown, not judged',
    holds === null ? '' : holds ? 'yes' : 'no',
  ])
  return tableOf(['What', 'Measured', 'Asked for', 'Met'], rows, ' asked')
}

function tables({ tables: list }: StudyResult): Markup[] {
  return list.map(
    ({ title, columns, rows, note }) =>
      html`<h3>${title}</h3>
        ${tableOf(columns, rows)}
        <p class="note">${note}</p>`,
  )
}

const items = (list: readonly string[]): Markup =>
  html`<ul>
    ${list.map((text) => html`<li>${text}</li>`)}
  </ul>`

function stopText({ stop, base, axes }: SweepPlan): string {
  if (stop.kind === 'updates') return `${stop.perEdge} expected updates per edge`
  if (stop.kind === 'plateau') return 'at a plateau'
  if (stop.kind === 'error') return `at an error below ${stop.below}, or given up`
  const varied = axes.some(
    (axis) => axis.kind === 'cases' && axis.cases.some(({ set }) => 'stop.steps' in set),
  )
  const steps = stop.steps ?? base.stop.steps
  return varied || steps === null
    ? 'after the steps that its treatment says'
    : `${formatCount(steps)} steps`
}

function runsTable({ plans }: StudyResult): Markup {
  const rows = plans.map((plan) => {
    const { first, count } = plan.seeds
    const cells = plan.axes
      .map((axis) => (axis.kind === 'cases' ? axis.cases.length : ''))
      .join(' × ')
    return [plan.name, cells, `${first} to ${first + count - 1}`, stopText(plan)]
  })
  return html`<h2>Runs and seeds</h2>
    ${tableOf(['Plan', 'Treatments', 'Seeds', 'Each run ends'], rows)}
    <p class="note">
      Every run is in runs.csv with its identity, its treatment and its seed; the plans are files of
      their own, which <code>desynclab sweep</code> runs by themselves.
    </p>`
}

/** The report of a study as one page that needs nothing else. */
export function studyPage(result: StudyResult): string {
  const { title, question, verdict, form, machine, runs, failed, tookMs, versions, gaps } = result
  const facts: [string, string][] = [
    // A study of times has none.
    ...(runs > 0 ? [['Runs', formatCount(runs)] as [string, string]] : []),
    ['Form', form],
    ['Took', formatDuration(tookMs)],
    ['Machine', machine],
  ]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Desynclab ${versions.desynclab}" />
        <title>${title}</title>
        <style>
          ${raw(style + extra)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="question">${question}</p>
          <div class="verdict">
            <p class="state">${states.get(verdict.holds) ?? ''}</p>
            <p>${verdict.sentence}</p>
          </div>
          <dl class="facts">
            ${facts.map(
              ([name, value]) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>
          <h2>What was asked, and what was measured</h2>
          ${criteria(result)}
          <h2>Figures</h2>
          <div class="figures">${studyFigures(result.figures)}</div>
          <h2>Numbers</h2>
          ${tables(result)}
          <h2>How it was measured</h2>
          ${items(result.method)}
          <h2>What is missing</h2>
          ${
            gaps.length === 0 && failed === 0
              ? html`<p>Nothing: every ${runs > 0 ? 'run was done' : 'time was measured'}.</p>`
              : items([...gaps, ...(failed > 0 ? [`${failed} of ${runs} runs failed.`] : [])])
          }
          ${runs > 0 ? runsTable(result) : ''}
          <h2>Do it again</h2>
          <pre>${result.again}</pre>
          ${pairs([
            ['Started', result.startedAt],
            ['Desynclab', versions.desynclab],
            ['Node', versions.node],
            ['Platform', versions.platform],
          ])}
          <h2>What is whose</h2>
          ${whose(result.study)}
        </main>
      </body>
    </html> `.text
}
