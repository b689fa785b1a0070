import { runConfigSchema } from '@contract'
import { expect, test } from 'vitest'
import golden from './golden.json'
import { collect, steps } from './machineContract'
import { SimulatedMachine } from './simulated'

// A hash that changes is a trajectory that changed: every run recorded before could no longer be
// verified. Change golden.json only together with the reason.
test.each(golden)(
  '$name: the trajectory is the golden one',
  async ({ config, steps: count, hash }) => {
    const parsed = runConfigSchema.parse(config)
    const whole = new SimulatedMachine()
    await whole.configure('golden', parsed)
    await whole.advance(steps(count), collect().sink)
    expect(whole.hash()).toBe(hash)

    // In unequal pieces, each on a new machine that takes the checkpoint of the last one up.
    let machine = new SimulatedMachine()
    await machine.configure('golden', parsed)
    for (const part of [0.13, 0.4, 0.77, 1]) {
      await machine.advance(
        steps(Math.floor(count * part) - machine.evaluate().step),
        collect().sink,
      )
      const next = new SimulatedMachine()
      await next.configure('golden', parsed)
      await next.restore(await machine.checkpoint())
      machine = next
    }
    expect(machine.hash()).toBe(hash)
  },
)
