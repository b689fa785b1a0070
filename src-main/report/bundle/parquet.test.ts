import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { seriesParquet } from './parquet'
import { allostery, performed } from './testing'

test('DuckDB reads types, units and sums of series.parquet as they were written', async () => {
  const input = await performed(allostery)
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-parquet-'))
  try {
    const file = join(folder, 'series.parquet')
    writeFileSync(file, seriesParquet(input))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson()
    expect(
      await ask(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '${file}')`),
    ).toEqual([
      ['series', 'VARCHAR'],
      ['unit', 'VARCHAR'],
      ['first_step', 'BIGINT'],
      ['last_step', 'BIGINT'],
      ['expected_updates', 'DOUBLE'],
      ['min', 'DOUBLE'],
      ['max', 'DOUBLE'],
      ['mean', 'DOUBLE'],
    ])
    const keys = await ask(
      `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${file}') WHERE decode(key) LIKE 'desynclab.%' ORDER BY 1`,
    )
    expect(keys[0]).toEqual(['desynclab.run', input.run.run])
    expect(JSON.parse(String(keys[1][1]))).toMatchObject({
      first_step: 'step',
      mean: 'column unit',
    })
    const batch = input.history('batch', 20_000)
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)
    const [[count, steps, unit, total]] = await ask(
      `SELECT count(*), sum(last_step), any_value(unit), sum(mean) FROM '${file}' WHERE series = 'batch'`,
    )
    expect([Number(count), Number(steps), unit]).toEqual([
      batch.mean.length,
      sum(batch.lastStep),
      'V^2',
    ])
    expect(Number(total)).toBeCloseTo(sum(batch.mean), 9)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
