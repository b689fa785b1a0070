import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { sweepPlanSchema, type SweepRow } from '@contract'
import xor from '../../../resources/presets/xy-xor-3x3.json'
import { expect, test } from 'vitest'
import { SimulatedMachine } from '../../machine/simulated'
import { inlinePool, runAll, Sweep } from '../../sweep'
import { smallPlan } from '../../sweep/testing/plan'
import { columnsCsv, columnsParquet, curveColumns, runColumns, tableFor } from '.'

const plan = smallPlan({
  axes: [
    { kind: 'list', path: 'batch.size', values: [1, 999] },
    {
      kind: 'cases',
      name: 'how, exactly',
      cases: [
        { label: '=all', set: { 'schedule.kind': 'synchronous' } },
        { label: 'half', set: {} },
      ],
    },
  ],
  seeds: { first: 5, count: 1 },
})

async function rows(of = plan): Promise<SweepRow[]> {
  const sweep = new Sweep(of)
  return runAll(
    sweep,
    inlinePool(sweep, () => new SimulatedMachine()),
    {},
  )
}

test('a CSV has a row per run, its place on each axis, and no formula', async () => {
  const all = await rows()
  const [header, ...lines] = columnsCsv(runColumns(plan, all)).trimEnd().split('\r\n')
  expect(header).toMatch(/^\ufeffindex,batch\.size,"how, exactly",seed,run,state,steps \(1\),/)
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^0,1,'=all,5,[0-9a-f]{16},finished,300,300,steps,0\.\d+/)
  expect(lines[3]).toMatch(/^3,999,half,5,[0-9a-f]{16},failed,,,.*999/)
})

test('DuckDB reads the same numbers and types from Parquet', async () => {
  const all = await rows()
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-table-'))
  try {
    const file = join(folder, 'curves.parquet')
    writeFileSync(file, columnsParquet(curveColumns(plan, all)))
    const connection = await (await DuckDBInstance.create()).connect()
    const reader = await connection.runAndReadAll(
      `SELECT typeof(step), sum(step), max(train_error), count(*) FROM '${file}' WHERE "how, exactly" = 'half' GROUP BY 1`,
    )
    const [row] = all.filter(({ index }) => index === 1)
    if (row.state === 'failed') throw new Error(row.problem.message)
    const { step, trainError } = row.result.curve
    const sum = BigInt(step.reduce((total, one) => total + one))
    expect(reader.getRows()).toEqual([
      ['BIGINT', sum, Math.max(...trainError), BigInt(step.length)],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('errors have the unit of what learned, and none where that differs', async () => {
  const spins = sweepPlanSchema.parse({ base: xor.config, stop: { kind: 'steps', steps: 3 } })
  const all = await rows(spins)
  const [head, line] = columnsCsv(runColumns(spins, all)).split('\r\n')
  expect(line).toContain('finished,3')
  expect(head).toContain(',train_error (1),test_error (1),')
  expect(columnsCsv(curveColumns(spins, all))).toContain(',train_error (1),test_error (1),')
  expect(head + columnsCsv(curveColumns(spins, all))).not.toContain('V^2')

  const headOf = (...values: string[]) =>
    columnsCsv(runColumns({ ...plan, axes: [{ kind: 'list', path: 'rule.kind', values }] }, []))
  expect(headOf('ideal', 'xy')).toContain(',train_error,test_error,')
  expect(headOf('ideal', 'discrete')).toContain(',train_error (V^2),')
  expect(headOf('xy')).toContain(',train_error (1),')
})

test('the name of the file says what is written', () => {
  expect(tableFor('runs.json', runColumns(plan, []))).toBe('[]\n')
  expect(() => tableFor('runs.xlsx', [])).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ id: 'bad-table-name' }) }),
  )
})
