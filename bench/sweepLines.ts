import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { verdict } from './table'

const program = join(import.meta.dirname, '../src-main/cli/bin.mjs')
/** Of the cores' time, with runs of a second. */
const BUSY_AT_LEAST = 0.9
/** Of a run of a second. */
const OVERHEAD_AT_MOST = 0.02
/** Enough that what a program takes to start is small beside them. */
const SHORT_RUNS = 400

const answerSchema = z.object({
  done: z.number(),
  busy: z.number(),
  cpuSeconds: z.number(),
  stepsPerSecond: z.number(),
  workers: z.number(),
})

/** The built program, with so many seeds of so many steps on penn16. */
function sweep(folder: string, seeds: number, steps: number): z.infer<typeof answerSchema> {
  const path = join(folder, `${seeds}-${steps}.json`)
  const base = {
    network: { kind: 'penn16', roles: { kind: 'random' } },
    task: { kind: 'regression' },
    rule: { kind: 'ideal' },
    schedule: { kind: 'bernoulli' },
  }
  writeFileSync(
    path,
    JSON.stringify({ base, seeds: { count: seeds }, stop: { kind: 'steps', steps } }),
  )
  const args = [program, 'sweep', path, '--json', '--quiet']
  const text = execFileSync(process.execPath, args, { encoding: 'utf8' })
  rmSync(path.replace(/\.json$/, ''), { recursive: true })
  return answerSchema.parse(JSON.parse(text))
}

/** What a sweep costs beside its runs: processor time per run, and how much of it reaches the cores. */
export function sweepLines(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-bench-'))
  try {
    // As many steps as a core does in a second, once the code is warm.
    const cold = sweep(folder, 2, 200_000)
    const warm = sweep(folder, 8, Math.round(cold.stepsPerSecond / cold.workers))
    const second = Math.round(warm.stepsPerSecond / warm.workers)
    const one = sweep(folder, 1, 1)
    const many = sweep(folder, SHORT_RUNS, 1)
    const overhead = (many.cpuSeconds - one.cpuSeconds) / (SHORT_RUNS - 1)
    const runs = 20 * availableParallelism()
    const { busy } = sweep(folder, runs, second)
    return [
      `Sweep of penn16, ${runs} runs of a second on ${many.workers} cores: ` +
        `${(100 * busy).toFixed(1)} % of the cores' time within runs: ` +
        `at least ${100 * BUSY_AT_LEAST} %, ${verdict('rate', busy, BUSY_AT_LEAST, BUSY_AT_LEAST)}`,
      `  a run of one step, all that is around it included: ${(1000 * overhead).toFixed(2)} ms of processor time, ` +
        `${(100 * overhead).toFixed(2)} % of a run of a second: at most ${100 * OVERHEAD_AT_MOST} %, ` +
        verdict('cost', overhead, OVERHEAD_AT_MOST, OVERHEAD_AT_MOST),
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
