import { runConfigSchema, type RunConfigInput, type SeriesName } from '@contract'
import { bundleInput } from '../../engine/bundleInput'
import { SimulatedMachine } from '../../machine/simulated'
import { physicsOf } from '../../run/observables'
import { Run } from '../../run/run'
import { realTime } from '../../run/time'
import type { Again, RunAgain } from './verify'
import type { BundleInput } from './input'

export const allostery: RunConfigInput = {
  name: 'Two targets',
  network: { kind: 'penn16', roles: { kind: 'random' } },
  task: { kind: 'allostery', targets: { kind: 'random' } },
  rule: { kind: 'discrete' },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  stop: { steps: 3000 },
  evaluate: { every: 10 },
  adjustments: [{ step: 100, change: { kind: 'set', path: 'schedule.probability', value: 0.25 } }],
}

const versions = { desynclab: '0', node: '20', electron: null, platform: 'test' }

/** A run to a step, with its hash at some steps on the way. */
export const rerun: RunAgain = async (config, steps, at) => {
  const machine = new SimulatedMachine()
  const description = await machine.configure('r', config)
  const quiet = { adjusted: () => undefined, problem: () => undefined }
  const run = new Run('r', config, config, machine, description, realTime, quiet)
  const hashes = new Map<number, string>()
  for (const stop of [...at, steps].sort((a, b) => a - b)) {
    await run.advance({ steps: stop - run.step, expired: () => false })
    hashes.set(stop, machine.hash())
  }
  const history = (series: SeriesName, rows: number) => run.history(series, 0, null, rows)
  const again: Again = {
    hashes,
    run: run.record(versions),
    description,
    frame: run.still({ merged: 0 }),
    physics: physicsOf(machine),
    history,
  }
  return again
}

/** The bundle of a run that was really run; its trail has a point every 500 steps. */
export async function performed(given: RunConfigInput): Promise<BundleInput> {
  const config = runConfigSchema.parse(given)
  const steps = config.stop.steps ?? 1000
  const at = Array.from({ length: Math.floor(steps / 500) }, (_, i) => 500 * (i + 1))
  const report = await rerun(config, steps, at)
  const trail = at.map((step) => ({ step, hash: report.hashes.get(step) ?? '' }))
  const written = '2026-01-02T03:04:05.000Z'
  return bundleInput({ ...report, run: { ...report.run, trail } }, written, {
    content: null,
    why: 'it was not asked for.',
  })
}
