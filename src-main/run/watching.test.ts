import type { Frame } from '@contract'
import { describe, expect, it } from 'vitest'
import { SimulatedMachine } from '../machine/simulated'
import { Bench, config } from './test/bench'

const stopAt = (steps: number) => config({ stop: { steps } })

async function finished(bench: Bench): Promise<void> {
  await bench.controller.start()
  await bench.until(() => bench.state === 'finished')
}

function newest({ frames }: Bench): Frame {
  const frame = frames.at(-1)
  if (frame === undefined) throw new Error('no frame came')
  return frame
}

/** The hash of the same run without anybody who looks. */
async function plainHash(steps: number): Promise<string> {
  const machine = new SimulatedMachine()
  await machine.configure('plain', stopAt(steps))
  const ignore = (): void => undefined
  const sink = { steps: ignore, evaluated: ignore, adjusted: ignore, problem: ignore }
  await machine.advance({ steps, expired: () => false }, sink)
  return machine.hash()
}

describe('looking closer', () => {
  it('changes no bit of the run, and gives what was asked for', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(stopAt(4000))
    await bench.controller.watch({ rasterSteps: 2000, edge: 3, conductances: true, example: null })
    await finished(bench)
    const { result } = await bench.controller.record()
    expect(result.hash).toBe(await plainHash(4000))
    const seen = await bench.controller.looks.observables()
    expect(seen.noise?.steps).toBe(4000)
    expect(seen.noise?.trace).toBeGreaterThan(0)
    expect(seen.displacement?.lag.length).toBeGreaterThan(10)
    expect(seen.freePower).toBeGreaterThan(0)
    expect(seen.condition).toBeGreaterThan(1)
  })

  it('brings as many steps of the raster as were asked for, and the intervals of one edge', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(stopAt(3000))
    await bench.controller.watch({ rasterSteps: 1500, edge: 3, conductances: false, example: null })
    await finished(bench)
    const { raster, timing } = newest(bench)
    expect(raster.steps).toBe(1500)
    const { edge } = timing
    if (edge === undefined) throw new Error('no edge is watched')
    const intervals = edge.intervals.reduce((sum, count) => sum + count, 0)
    expect([edge.edge, intervals]).toEqual([3, timing.updates[3] - 1])
    // p = 0.5: half of the intervals are of one step.
    expect(edge.intervals[1] / intervals).toBeGreaterThan(0.45)
    await bench.controller.watch({
      rasterSteps: 50,
      edge: null,
      conductances: false,
      example: null,
    })
    await bench.until(() => newest(bench).raster.steps === 50)
    expect(newest(bench).timing.edge).toBeUndefined()
  })

  it('keeps the conductances of every edge along the run', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(stopAt(1000))
    await finished(bench)
    const { step, edges, conductance } = bench.controller.looks.edgeHistory(4096)
    expect([step[0], step[step.length - 1], edges.length]).toEqual([0, 1000, 16])
    const { state } = newest(bench)
    const last = conductance.subarray((step.length - 1) * 16)
    expect([...last]).toEqual([...Float32Array.from(state.conductance)])
  })
})

describe('damage to many edges', () => {
  it('is made after one step, edge by edge in the record', async () => {
    const bench = new Bench()
    await bench.controller.configure(stopAt(1000))
    await bench.controller.step(10)
    const changes = [0, 9].map((edge) => ({ edge, action: 'cut' as const }))
    expect(await bench.controller.changeEdges(changes)).toEqual([0, 9])
    const { adjustments } = (await bench.controller.record()).config
    expect(adjustments).toEqual(
      changes.map(({ edge, action }) => ({ step: 10, change: { kind: 'edge', edge, action } })),
    )
  })

  it('goes on with the next edge where the network cannot bear a cut, up to a number', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(stopAt(1000))
    // B hangs on A and C alone.
    const changes = [0, 5, 9, 12].map((edge) => ({ edge, action: 'cut' as const }))
    expect(await bench.controller.changeEdges(changes, 2)).toEqual([0, 9])
    expect([0, 5, 9, 12].map((edge) => newest(bench).state.edgeState[edge])).toEqual([1, 0, 1, 0])
  })

  it('that is refused leaves every edge as it was', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(stopAt(1000))
    await bench.controller.changeEdges([{ edge: 1, action: 'freeze' }])
    const changes = [1, 0, 99].map((edge) => ({ edge, action: 'cut' as const }))
    await expect(bench.controller.changeEdges(changes)).rejects.toThrow(/no edge 99/)
    await bench.controller.step(1)
    expect([...newest(bench).state.edgeState.slice(0, 3)]).toEqual([0, 2, 0])
  })
})
