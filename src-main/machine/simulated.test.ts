import { presetSchema, type Evaluation, type RunConfig } from '@contract'
import { expect, test } from 'vitest'
import type { Machine, Sink } from './machine'
import { SimulatedMachine } from './simulated'

const files = import.meta.glob('../../resources/presets/*.json', { eager: true, import: 'default' })
const presets = Object.entries(files).map(([path, json]) => ({
  path,
  preset: presetSchema.parse(json),
}))

function collector() {
  const seen = { losses: [] as number[], evaluations: [] as Evaluation[] }
  const sink: Sink = {
    steps: (chunk) => seen.losses.push(...chunk.loss.subarray(0, chunk.count)),
    evaluated: (evaluation) => seen.evaluations.push(evaluation),
    adjusted: () => undefined,
    problem: (problem) => {
      throw new Error(problem.message)
    },
  }
  return { seen, sink }
}

async function finish(machine: Machine, config: RunConfig) {
  const { seen, sink } = collector()
  await machine.configure('test', config)
  await machine.advance({ steps: Infinity, expired: () => false }, sink)
  return seen
}

test.each(presets)('$path is valid, configures and learns', async ({ path, preset }) => {
  expect(path).toContain(`/${preset.id}.json`)
  const machine = new SimulatedMachine()
  const { evaluations } = await finish(machine, preset.config)
  const first = evaluations[0]
  const last = evaluations[evaluations.length - 1]
  expect(last.trainError).toBeLessThan(first.trainError)
})
