import { MOST_CLASSES, type TableChoice, type TableColumn, type TableSummary } from '@contract'
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
    return `Line ${column.stray.line} has '${column.stray.text}', which is no number.`
  const [from, to] = [typedNumber(low), typedNumber(high)]
  if (from === null || to === null) return 'Its range is two numbers.'
  if (from >= to)
    return column.range?.low === column.range?.high
      ? `It is ${column.range?.low} on every line: state a wider range.`
      : 'Its range goes from the smaller to the larger number.'
  const { range } = column
  // As they are shown: a bound that was rounded for the eye holds the value that it stands for.
  const shown = (value: number) => Number(numberText(value))
  if (range !== null && shown(range.low) < from)
    return `Line ${range.lowLine} has ${range.low}, below ${from}.`
  if (range !== null && shown(range.high) > to)
    return `Line ${range.highLine} has ${range.high}, above ${to}.`
  return null
}

function classFault({ values }: TableColumn): string | null {
  if (values.length < 2)
    return 'It has the same value on every line: there is nothing to tell apart.'
  return values.length > MOST_CLASSES
    ? `It has more than ${MOST_CLASSES} different values, and each would need a target.`
    : null
}

function voltFault(text: string): string | null {
  const value = typedNumber(text)
  return value === null || Math.abs(value) > MOST_VOLT
    ? `A voltage from −${MOST_VOLT} to ${MOST_VOLT}.`
    : null
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
    add(c, ++classes > 1 ? 'One column at most holds the classes.' : classFault(column))
  })
  const { inputs, targets } = rolesOf(summary, draft)
  if (inputs === 0) add(null, 'Choose a column as an input.')
  if (targets === 0) add(null, 'Choose a column as a target, or as the class.')
  if (inputs > MOST_ROLES) add(null, `${inputs} inputs: at most ${MOST_ROLES} are driven.`)
  if (targets > MOST_ROLES) add(null, `${targets} targets: at most ${MOST_ROLES} are read.`)
  const needed = inputs + targets + 1
  if (nodes !== null && needed > nodes && inputs > 0 && targets > 0)
    add(
      null,
      `Sources (${inputs}), targets (${targets}) and a ground need ${needed} nodes, and the network has ${nodes}: use fewer columns, or take a larger network first.`,
    )
  for (const field of ['lowV', 'highV', 'targetLowV', 'targetHighV'] as const)
    add(field, voltFault(draft[field]))
  if (draft.train.trim() !== '') {
    const train = typedNumber(draft.train)
    const whole = train !== null && Number.isInteger(train) && train >= 1 && train <= summary.rows
    if (!whole) add('train', `A whole number from 1 to ${summary.rows}; empty: all rows.`)
  }
  if (summary.rows > MOST_ROWS) add(null, `${summary.rows} rows: a task has ${MOST_ROWS} at most.`)
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
