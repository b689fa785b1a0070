import { runConfigSchema } from '@contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import preset from '../../resources/presets/iris-penn16.json'
import { collect, steps } from './machineContract'
import { SimulatedMachine } from './simulated'

const config = runConfigSchema.parse({ ...preset.config, stop: { steps: null } })
const total = 1500

async function machineAt(checkpoint: Uint8Array | null): Promise<SimulatedMachine> {
  const machine = new SimulatedMachine()
  await machine.configure('resumed', config)
  if (checkpoint !== null) await machine.restore(checkpoint)
  return machine
}

// Class targets follow the network within an epoch: what a fast kernel keeps of them must be
// renewed by a checkpoint. One that was not showed itself only in the middle of an epoch.
test('A run of Iris resumes bit for bit wherever its checkpoints fall.', async () => {
  const whole = await machineAt(null)
  await whole.advance(steps(total), collect().sink)
  const stops = fc.uniqueArray(fc.integer({ min: 1, max: total - 1 }), {
    minLength: 1,
    maxLength: 4,
  })
  const property = fc.asyncProperty(stops, fc.boolean(), async (places, looked) => {
    let machine = await machineAt(null)
    let done = 0
    for (const place of places.sort((a, b) => a - b)) {
      await machine.advance(steps(place - done), collect().sink)
      done = place
      if (looked) machine.evaluate()
      machine = await machineAt(await machine.checkpoint())
      if (looked) machine.observe()
    }
    await machine.advance(steps(total - done), collect().sink)
    expect(machine.hash()).toBe(whole.hash())
  })
  await fc.assert(property, { seed: 20220414, numRuns: 60 })
})
