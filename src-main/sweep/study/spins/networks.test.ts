import { sweepPlanSchema } from '@contract'
import { expect, test } from 'vitest'
import { SimulatedMachine } from '../../../machine/simulated'
import { Sweep } from '../../plan/sweep'
import { armsAxis } from '../arms'
import { skipsPlan } from './skips'
import { digitsBase, digitsMatches, irisBase, irisMatches } from './networks'

test.each([...irisMatches, ...digitsMatches])(
  '$task, $local.label and $dense.label: couplings and biases are as stated',
  async ({ task, local, dense, couplings, biases }) => {
    const base = task === 'Iris' ? irisBase(10) : digitsBase(10)
    const sweep = new Sweep(sweepPlanSchema.parse({ base, axes: [armsAxis([local, dense])] }))
    for (const side of [0, 1]) {
      const machine = new SimulatedMachine()
      const { edges, nodes } = await machine.configure('x', sweep.run(side).config)
      expect(edges).toHaveLength(couplings[side])
      expect(nodes.filter(({ role }) => role !== 'source').length).toBe(biases[side])
      await machine.close()
    }
  },
)

test('every length of skip bonds adds as many couplings to the lattice', async () => {
  const sizes = { seeds: 1, side: 5, lengths: [2, 3, 4, 5], count: 8, mostSteps: 10 }
  const sweep = new Sweep(skipsPlan(sizes))
  const counts = []
  for (let cell = 0; cell < sweep.cells.count; cell++) {
    const machine = new SimulatedMachine()
    counts.push((await machine.configure('x', sweep.run(cell).config)).edges.length)
    await machine.close()
  }
  expect(counts).toEqual([40, 48, 48, 48, 48])
})
