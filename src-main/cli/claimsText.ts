import type { ClaimResult, Measure } from './claims'

const number = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(2) : value.toFixed(4)

function measureLine({ name, value, bound }: Measure): string {
  const needed = bound === null ? '' : `   (needed ${bound.relation} ${number(bound.than)})`
  return `  ${name.padEnd(32)} ${number(value).padStart(10)}${needed}`
}

/** A claim as a table of its runs, its quantiles and the verdict. */
export function claimText({ claim, seeds, columns, rows, measures, pass }: ClaimResult): string {
  const width = (c: number) => Math.max(columns[c].length, 10)
  const header = ['seed'.padStart(6), ...columns.map((name, c) => name.padStart(width(c)))].join(
    '  ',
  )
  const body = rows.map(([seed, ...values]) =>
    [String(seed).padStart(6), ...values.map((v, c) => number(v).padStart(width(c)))].join('  '),
  )
  return [
    claim,
    `seeds ${seeds[0]} to ${seeds[1]}`,
    '',
    header,
    ...body,
    '',
    ...measures.map(measureLine),
    pass ? 'PASS' : 'FAIL',
  ].join('\n')
}
