/** The page's own style: one column, two figures side by side, printable on A4 and letter. */
export const style = `
:root { color-scheme: light; --text: #1c1e21; --muted: #5c636d; --line: #dfe2e6; --accent: #0072b2; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--text); font: 15px/1.55 system-ui, -apple-system,
  'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 940px; margin: 0 auto; padding: 48px 24px 72px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 10px; letter-spacing: -0.01em; }
h2 { font-size: 18px; margin: 44px 0 12px; padding-top: 14px; border-top: 1px solid var(--line); }
h3 { font-size: 15px; margin: 24px 0 6px; }
p { margin: 0 0 12px; max-width: 72ch; }
.question { font-size: 17px; color: var(--muted); }
.facts { display: flex; flex-wrap: wrap; gap: 14px 40px; margin: 28px 0 8px; padding: 0; }
.facts div { min-width: 110px; }
.facts dt { color: var(--muted); font-size: 13px; }
.facts dd { margin: 0; font-size: 21px; font-weight: 600; white-space: nowrap; }
.figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 28px 24px; }
figure { margin: 0; break-inside: avoid; }
.task { margin-top: 20px; }
figure.wide { grid-column: 1 / -1; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font-size: 13px; color: var(--muted); margin-top: 6px; max-width: 72ch; }
figcaption b { color: var(--text); font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 5px 16px 5px 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; color: var(--muted); font-size: 13px; }
table.pairs { margin-bottom: 12px; }
td:first-child code { white-space: nowrap; }
td.value { white-space: normal; min-width: 110px; }
code, pre { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
pre { background: #f4f5f7; padding: 12px 14px; overflow-x: auto; margin: 0 0 12px; }
ul { margin: 0 0 12px; padding-left: 20px; max-width: 76ch; }
li { margin: 3px 0; }
footer { margin-top: 48px; color: var(--muted); font-size: 13px; }
@media (max-width: 700px) { .figures { grid-template-columns: minmax(0, 1fr); } }
@page { margin: 16mm; }
@media print {
  main { padding: 0; max-width: none; }
  body { font-size: 10.5pt; }
  h2 { margin-top: 24px; }
  h2, h3 { break-after: avoid; }
  p { break-inside: avoid; }
  tr { break-inside: avoid; }
  /* No heading with a row or two at the foot of a page. */
  thead, tbody tr:nth-child(-n+4) { break-after: avoid; }
  table.pairs, table.repeats { break-inside: avoid; }
  li:nth-child(-n+2) { break-after: avoid; }
  th, td { padding: 2.5pt 12px 2.5pt 0; line-height: 1.35; }
  table, li, p { font-size: 9pt; }
  td:first-child code { font-size: 8pt; }
  .facts { gap: 8px 28px; margin: 14px 0 0; }
  .facts dd { font-size: 14pt; }
  .figures { gap: 14px 18px; }
  figure.wide svg { max-height: 66mm; }
  figcaption { font-size: 8.5pt; line-height: 1.4; margin-top: 2px; max-width: none; }
  .question { font-size: 11.5pt; }
  h2 { margin-top: 18px; }
  pre { white-space: pre-wrap; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
