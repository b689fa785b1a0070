import { MOST_CLASSES, type TableChoice, type TableColumn, type TableSummary } from '@contract'
import { t } from '../i18n'
import { numberText, typedNumber } from './number'

export type ColumnUse = 'none' | 'input' | 'target' | 'class'

/** A column as the dialog shows it; numbers as they are typed. */
export interface ColumnDraft {
  use: ColumnUse
  low: string
  high: string
}

export interface TableDraft {
  columns: ColumnDraft[]
  lowV: string
  highV: string
  targetLowV: string
  targetHighV: string
  /** Rows that train; empty: all. */
  train: string
}

/** What is wrong with a choice, and at which column or field. */
export interface TableFinding {
  /** Number of the column, or the name of a field; null: it is about the whole. */
  at: number | keyof TableDraft | null
  message: string
}

const MOST_ROWS = 20_000
const MOST_ROLES = 64
const MOST_VOLT = 1000
/** A column with so few different words may well be classes. */
const LIKELY_CLASSES = 12

/**
 * A choice to start from: the last column is what is to be learned, by classes if it has words; the
 * other columns of numbers are the inputs, each scaled from its least and largest value.
 */
export function firstDraft({ columns }: TableSummary): TableDraft {
  const last = columns.length - 1
  const useOf = (column: TableColumn, c: number): ColumnUse => {
    if (column.range === null)
      return c === last && column.values.length <= LIKELY_CLASSES ? 'class' : 'none'
    return c === last ? 'target' : 'input'
  }
  return {
    columns: columns.map((column, c) => ({
      use: useOf(column, c),
      low: column.range === null ? '' : numberText(column.range.low),
      high: column.range === null ? '' : numberText(column.range.high),
    })),
    lowV: '0',
    highV: '5',
    targetLowV: '1',
    targetHighV: '4',
    train: '',
  }
}

/** Voltages of the network that a choice drives and reads. */
export function rolesOf({ columns }: TableSummary, draft: TableDraft) {
  const count = (use: ColumnUse) => draft.columns.filter((column) => column.use === use).length
  const classes = columns.flatMap((column, c) =>
    draft.columns[c].use === 'class' ? [column.values.length] : [],
  )
  return { inputs: count('input'), targets: count('target') + (classes[0] ?? 0) }
}

function rangeFault(column: TableColumn, { low, high }: ColumnDraft): string | null {
  if (column.stray !== null)
    return t('table.stray', { line: column.stray.line, text: column.stray.text })
  const [from, to] = [typedNumber(low), typedNumber(high)]
  if (from === null || to === null) return t('table.twoNumbers')
  if (from >= to)
    return column.range?.low === column.range?.high
      ? t('table.same', { value: String(column.range?.low) })
      : t('table.order')
  const { range } = column
  // As they are shown: a bound that was rounded for the eye holds the value that it stands for.
  const shown = (value: number) => Number(numberText(value))
  if (range !== null && shown(range.low) < from)
    return t('table.belowLow', { line: range.lowLine, value: range.low, bound: from })
  if (range !== null && shown(range.high) > to)
    return t('table.aboveHigh', { line: range.highLine, value: range.high, bound: to })
  return null
}

function classFault({ values }: TableColumn): string | null {
  if (values.length < 2) return t('table.oneClass')
  return values.length > MOST_CLASSES ? t('table.manyClasses', { most: MOST_CLASSES }) : null
}

function voltFault(text: string): string | null {
  const value = typedNumber(text)
  return value === null || Math.abs(value) > MOST_VOLT ? t('table.volt', { most: MOST_VOLT }) : null
}

/**
 * Everything that is wrong with a choice, in the order of the dialog; empty: it can be taken.
 * @param nodes of the present network
 */
export function tableFindings(
  summary: TableSummary,
  draft: TableDraft,
  nodes: number | null,
): TableFinding[] {
  const found: TableFinding[] = []
  const add = (at: TableFinding['at'], message: string | null): void => {
    if (message !== null) found.push({ at, message })
  }
  let classes = 0
  summary.columns.forEach((column, c) => {
    const chosen = draft.columns[c]
    if (chosen.use === 'input' || chosen.use === 'target') add(c, rangeFault(column, chosen))
    if (chosen.use !== 'class') return
    add(c, ++classes > 1 ? t('table.classesOnce') : classFault(column))
  })
  const { inputs, targets } = rolesOf(summary, draft)
  if (inputs === 0) add(null, t('table.needInput'))
  if (targets === 0) add(null, t('table.needTarget'))
  if (inputs > MOST_ROLES) add(null, t('table.tooManyInputs', { count: inputs, most: MOST_ROLES }))
  if (targets > MOST_ROLES)
    add(null, t('table.tooManyTargets', { count: targets, most: MOST_ROLES }))
  const needed = inputs + targets + 1
  if (nodes !== null && needed > nodes && inputs > 0 && targets > 0)
    add(null, t('table.needNodes', { inputs, targets, needed, nodes }))
  for (const field of ['lowV', 'highV', 'targetLowV', 'targetHighV'] as const)
    add(field, voltFault(draft[field]))
  if (draft.train.trim() !== '') {
    const train = typedNumber(draft.train)
    const whole = train !== null && Number.isInteger(train) && train >= 1 && train <= summary.rows
    if (!whole) add('train', t('table.wholeRows', { rows: summary.rows }))
  }
  if (summary.rows > MOST_ROWS)
    add(null, t('table.mostRows', { rows: summary.rows, most: MOST_ROWS }))
  return found
}

/** A choice without findings, as the engine takes it. */
export function choiceOf({ columns }: TableSummary, draft: TableDraft): TableChoice {
  const number = (text: string): number => typedNumber(text) ?? NaN
  const of = (use: ColumnUse) =>
    columns.flatMap(({ name, range }, c) => {
      const chosen = draft.columns[c]
      if (chosen.use !== use) return []
      // A bound that was rounded for the eye is meant as it was found.
      const end = (text: string, found: number | undefined): number =>
        found !== undefined && text === numberText(found) ? found : number(text)
      return [
        { column: name, low: end(chosen.low, range?.low), high: end(chosen.high, range?.high) },
      ]
    })
  return {
    inputs: of('input'),
    targets: of('target'),
    classes: columns.find((_, c) => draft.columns[c].use === 'class')?.name ?? null,
    lowV: number(draft.lowV),
    highV: number(draft.highV),
    targetLowV: number(draft.targetLowV),
    targetHighV: number(draft.targetHighV),
    trainExamples: draft.train.trim() === '' ? null : number(draft.train),
  }
}
