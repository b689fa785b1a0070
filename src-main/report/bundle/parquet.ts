import type { SeriesName } from '@contract'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { seriesNames, seriesUnit } from '../csv'
import type { ReportInput } from '../input'

/** Rows per series: the most that the history hands out at once. */
const MOST_ROWS = 20_000

/** Unit of each column; that of the values stands in the column `unit`. */
const units = {
  first_step: 'step',
  last_step: 'step',
  expected_updates: 'updates per edge',
  min: 'column unit',
  max: 'column unit',
  mean: 'column unit',
}

/**
 * `series.parquet`: the rows of `series.csv` with types: text, INT64 steps, DOUBLE values. Units are
 * in the column `unit` and, for all columns, in the file's key-value metadata `desynclab.units`.
 */
export function seriesParquet(
  input: Pick<ReportInput, 'history' | 'run' | 'description'>,
): Uint8Array {
  const names: string[] = []
  const unit: string[] = []
  const steps = { first: [] as bigint[], last: [] as bigint[] }
  const values = {
    expected: [] as number[],
    min: [] as number[],
    max: [] as number[],
    mean: [] as number[],
  }
  const add = (name: SeriesName): void => {
    const { firstStep, lastStep, expectedUpdates, min, max, mean } = input.history(name, MOST_ROWS)
    for (let i = 0; i < firstStep.length; i++) {
      names.push(name)
      unit.push(seriesUnit(name, input.description))
      steps.first.push(BigInt(firstStep[i]))
      steps.last.push(BigInt(lastStep[i]))
      values.expected.push(expectedUpdates[i])
      values.min.push(min[i])
      values.max.push(max[i])
      values.mean.push(mean[i])
    }
  }
  seriesNames.forEach(add)
  const required = { nullable: false } as const
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'series', data: names, type: 'STRING', ...required },
        { name: 'unit', data: unit, type: 'STRING', ...required },
        { name: 'first_step', data: steps.first, type: 'INT64', ...required },
        { name: 'last_step', data: steps.last, type: 'INT64', ...required },
        { name: 'expected_updates', data: values.expected, type: 'DOUBLE', ...required },
        { name: 'min', data: values.min, type: 'DOUBLE', ...required },
        { name: 'max', data: values.max, type: 'DOUBLE', ...required },
        { name: 'mean', data: values.mean, type: 'DOUBLE', ...required },
      ],
      kvMetadata: [
        { key: 'desynclab.run', value: input.run.run },
        { key: 'desynclab.units', value: JSON.stringify(units) },
      ],
    }),
  )
}
