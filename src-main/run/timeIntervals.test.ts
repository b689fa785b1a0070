import { presetSchema } from '@contract'
import { expect, test } from 'vitest'
import preset from '../../resources/presets/allostery-penn16.json'
import { SimulatedMachine } from '../machine/simulated'
import { Telemetry } from './telemetry'

const { config } = presetSchema.parse(preset)
const head = {
  run: 'r',
  sequence: 0,
  runTimeMs: 0,
  sentAtMs: 0,
  stepsPerSecond: 0,
  counters: { merged: 0, dropped: 0 },
}

/** A run under Poisson clocks of 2 rings per second and edge, and its telemetry. */
async function poisson() {
  const machine = new SimulatedMachine()
  const schedule = { kind: 'poisson' as const, rate: 2, variation: 0, compensate: false }
  const stop = { steps: null }
  const description = await machine.configure('r', { ...config, schedule, stop })
  const listener = {
    adjusted: () => undefined,
    problem: ({ message }: { message: string }) => {
      throw new Error(message)
    },
  }
  const telemetry = new Telemetry(machine, description, listener)
  const go = (steps: number) => machine.advance({ steps, expired: () => false }, telemetry)
  return { machine, telemetry, go, make: () => new Telemetry(machine, description, listener) }
}

test('intervals in time follow the exponential law, and time passes as the rates say', async () => {
  const { telemetry, go } = await poisson()
  await go(160_000)
  const { time } = telemetry.frame(head).timing
  if (time === undefined) throw new Error('the frame has no times')
  expect(time.elapsedS).toBeCloseTo(160_000 / 32, -2)
  const total = time.intervals.reduce((a, b) => a + b)
  expect(total).toBe(160_000 - 16)
  const expected = (n: number) =>
    total * (Math.exp(-n * 2 * time.binS) - Math.exp(-(n + 1) * 2 * time.binS))
  let chi = 0
  for (let n = 0; n < 64; n++) chi += (time.intervals[n] - expected(n)) ** 2 / expected(n)
  // 64 degrees of freedom: 99.99 % below 115.
  expect(chi).toBeLessThan(115)
})

test('statistics in time stay with a cut edge, which adds none, and over a checkpoint', async () => {
  const { machine, telemetry, go, make } = await poisson()
  await go(1000)
  const kept = make()
  kept.restore(telemetry.snapshot(), telemetry.step, 0)
  expect(kept.frame(head).timing.time).toEqual(telemetry.frame(head).timing.time)
  const count = () => telemetry.frame(head).timing.time?.intervals.reduce((a, b) => a + b)
  const before = count()
  await machine.adjust({ kind: 'edge', edge: 0, action: 'cut' }, telemetry)
  expect(count()).toBe(before)
  await machine.adjust({ kind: 'edge', edge: 0, action: 'restore' }, telemetry)
  const { updates } = telemetry.frame(head).timing
  await go(1000)
  const after = telemetry.frame(head).timing
  const since = after.updates.reduce((sum, n, e) => sum + n - updates[e], 0)
  // The first update of the restored edge ends no interval.
  expect(count()).toBe((before ?? 0) + since - 1)
})

test('each row of the raster has its time, over a checkpoint too', async () => {
  const { telemetry, go, make } = await poisson()
  await go(1000)
  const { raster, timing } = telemetry.frame(head)
  const times = raster.timeS ?? new Float64Array(0)
  expect(times).toHaveLength(raster.steps)
  expect(times.every((time, row) => row === 0 || time > times[row - 1])).toBe(true)
  expect(times.at(-1)).toBe(timing.time?.elapsedS)
  const kept = make()
  kept.restore(telemetry.snapshot(), telemetry.step, 0)
  expect(kept.frame(head).raster.timeS).toEqual(times)
})

test('a schedule of steps has no times', async () => {
  const machine = new SimulatedMachine()
  const description = await machine.configure('r', config)
  const listener = { adjusted: () => undefined, problem: () => undefined }
  const telemetry = new Telemetry(machine, description, listener)
  await machine.advance({ steps: 10, expired: () => false }, telemetry)
  expect(telemetry.frame(head).timing).not.toHaveProperty('time')
  expect(telemetry.frame(head).raster).not.toHaveProperty('timeS')
})
