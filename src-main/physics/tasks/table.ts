import { PhysicsError } from '../error'

/** Labelled measurements: one row per example. */
export interface Table {
  readonly classes: readonly string[]
  readonly rows: readonly { readonly features: readonly number[]; readonly class: number }[]
}

/**
 * Reads a CSV with a header line, numbers, and the class's name in the last column.
 * @throws PhysicsError that names the line.
 */
export function parseTable(text: string): Table {
  const [header, ...lines] = text.trim().split(/\r?\n/)
  const columns = header.split(',').length
  const classes: string[] = []
  const rows = lines.map((line, i) => {
    const cells = line.split(',')
    const features = cells.slice(0, -1).map(Number)
    if (cells.length !== columns || features.some((value) => !Number.isFinite(value)))
      throw new PhysicsError(
        'table-line',
        `Line ${i + 2} of the table cannot be read: ${line.slice(0, 80)}`,
        `Every line has ${columns - 1} numbers and a class, separated by commas.`,
      )
    const name = cells[columns - 1]
    if (!classes.includes(name)) classes.push(name)
    return { features, class: classes.indexOf(name) }
  })
  return { classes, rows }
}
