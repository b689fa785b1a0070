import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SimulatedMachine } from '../machine/simulated'
import type { StepChunk } from '../machine/machine'
import { INTERVAL_BINS } from '../machine/intervals'
import { RASTER_STEPS } from './raster'
import { Telemetry, type FrameHead } from './telemetry'
import { config } from './test/bench'

const head: FrameHead = {
  run: 'r',
  sequence: 0,
  runTimeMs: 0,
  sentAtMs: 0,
  stepsPerSecond: 0,
  counters: { merged: 0, dropped: 0 },
}
const EDGES = 16

async function telemetry(): Promise<Telemetry> {
  const machine = new SimulatedMachine()
  const description = await machine.configure('r', config())
  const ignore = (): void => undefined
  return new Telemetry(machine, description, { adjusted: ignore, problem: ignore })
}

interface Row {
  loss: number
  mask: number
}

function chunk(firstStep: number, rows: readonly Row[]): StepChunk {
  return {
    firstStep,
    count: rows.length,
    loss: Float64Array.from(rows, ({ loss }) => loss),
    words: 1,
    masks: Uint32Array.from(rows, ({ mask }) => mask),
  }
}

const row = fc.record({
  loss: fc.double({ min: 0, max: 100, noNaN: true }),
  mask: fc.integer({ min: 0, max: 0xffff }),
})

/** Counts, last updates and intervals, edge by edge and step by step. */
function naiveTiming(rows: readonly Row[]) {
  const updates = new Float64Array(EDGES)
  const lastUpdate = new Float64Array(EDGES)
  const intervals = new Uint32Array(INTERVAL_BINS)
  for (let edge = 0; edge < EDGES; edge++) {
    const steps = rows.flatMap(({ mask }, n) => ((mask >> edge) & 1 ? [n + 1] : []))
    updates[edge] = steps.length
    lastUpdate[edge] = steps.at(-1) ?? 0
    for (let n = 1; n < steps.length; n++)
      intervals[Math.min(steps[n] - steps[n - 1], INTERVAL_BINS - 1)] += 1
  }
  const updateProbability = new Float64Array(EDGES).fill(0.5)
  return { sinceStep: 0, updateProbability, updates, lastUpdate, intervals }
}

describe('the telemetry', () => {
  it('gives what a naive count over all steps gives, however they are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { maxLength: 90 }), { minLength: 1, maxLength: 8 }),
        async (chunks) => {
          const subject = await telemetry()
          const rows = chunks.flat()
          let firstStep = 1
          for (const part of chunks) {
            subject.steps(chunk(firstStep, part))
            firstStep += part.length
          }
          const frame = subject.frame(head)
          expect(frame.step).toBe(rows.length)
          expect(frame.timing).toEqual(naiveTiming(rows))
          const newest = rows.slice(-RASTER_STEPS)
          expect(frame.raster.steps).toBe(newest.length)
          expect([...frame.raster.masks]).toEqual(newest.map(({ mask }) => mask))
          if (rows.length === 0) {
            expect(frame.buckets).toEqual({})
            return
          }
          expect(frame.raster.firstStep).toBe(rows.length - newest.length + 1)
          const losses = rows.map(({ loss }) => loss)
          expect(frame.buckets.batch).toMatchObject({
            firstStep: 1,
            lastStep: rows.length,
            count: rows.length,
            min: Math.min(...losses),
            max: Math.max(...losses),
            first: losses[0],
            last: losses.at(-1),
          })
          const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length
          expect(frame.buckets.batch?.mean).toBeCloseTo(mean, 9)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('puts every interval beyond the last bin into it', async () => {
    const subject = await telemetry()
    const rows = Array.from({ length: 3000 }, (_, n) => ({ loss: 0, mask: n % 1500 === 0 ? 1 : 0 }))
    subject.steps(chunk(1, rows))
    const { intervals } = subject.frame(head).timing
    expect(intervals[INTERVAL_BINS - 1]).toBe(1)
    expect(intervals.reduce((sum, count) => sum + count)).toBe(1)
  })

  it('reads edges beyond the first 32 from the right words', async () => {
    const machine = new SimulatedMachine()
    const network = {
      kind: 'square' as const,
      rows: 6,
      columns: 6,
      roles: { kind: 'random' as const },
    }
    const description = await machine.configure('r', config({ network }))
    const edges = description.edges.length
    const words = Math.ceil(edges / 32)
    const ignore = (): void => undefined
    const subject = new Telemetry(machine, description, { adjusted: ignore, problem: ignore })
    const masks = new Uint32Array(words)
    masks[1] = 0x8000_0001
    subject.steps({ firstStep: 1, count: 1, loss: new Float64Array(1), words, masks })
    const { updates } = subject.frame(head).timing
    expect([...updates.keys()].filter((edge) => updates[edge] > 0)).toEqual(
      [32, 63].filter((edge) => edge < edges),
    )
  })

  it('begins intervals anew when the schedule changes, and not for other changes', async () => {
    const subject = await telemetry()
    const all = Array.from({ length: 10 }, () => ({ loss: 1, mask: 0xffff }))
    subject.steps(chunk(1, all))
    subject.adjusted({ step: 10, change: { kind: 'set', path: 'rule.alpha', value: 0.01 } })
    expect(subject.frame(head).timing.sinceStep).toBe(0)
    subject.adjusted({
      step: 10,
      change: { kind: 'set', path: 'schedule.probability', value: 0.1 },
    })
    subject.steps(chunk(11, all))
    const { timing } = subject.frame(head)
    expect(timing.sinceStep).toBe(10)
    expect([...timing.updates]).toEqual(Array(EDGES).fill(20))
    // The interval over the change belongs to neither schedule.
    expect(timing.intervals[1]).toBe(9 * EDGES)
    expect(timing.lastUpdate[0]).toBe(20)
  })

  it('keeps its intervals when an edge is cut, and counts none over the cut', async () => {
    const machine = new SimulatedMachine()
    const description = await machine.configure('r', config())
    const ignore = (): void => undefined
    const subject = new Telemetry(machine, description, { adjusted: ignore, problem: ignore })
    const all = Array.from({ length: 10 }, () => ({ loss: 1, mask: 0xffff }))
    const others = all.map(() => ({ loss: 1, mask: 0xfffe }))
    subject.steps(chunk(1, all))
    await machine.adjust({ kind: 'edge', edge: 0, action: 'cut' }, subject)
    // The step that the telemetry saw: the machine itself made none here.
    subject.adjusted({ step: 10, change: { kind: 'edge', edge: 0, action: 'cut' } })
    subject.steps(chunk(11, others))
    const cut = subject.frame(head).timing
    expect(cut.sinceStep).toBe(0)
    expect([cut.updates[0], cut.lastUpdate[0]]).toEqual([10, 10])
    expect([cut.updates[1], cut.lastUpdate[1]]).toEqual([20, 20])
    expect([...cut.updateProbability]).toEqual([0, ...Array(EDGES - 1).fill(0.5)])
    subject.adjusted({ step: 20, change: { kind: 'edge', edge: 0, action: 'restore' } })
    subject.steps(chunk(21, all))
    const { intervals } = subject.frame(head).timing
    expect(intervals[1]).toBe(29 * (EDGES - 1) + 9 + 9)
    expect(intervals.reduce((sum, count) => sum + count)).toBe(intervals[1])
  })

  it('empties its buckets with each frame and not with a look at the present', async () => {
    const subject = await telemetry()
    subject.steps(chunk(1, [{ loss: 3, mask: 1 }]))
    expect(subject.still(head).buckets).toEqual({})
    expect(subject.frame(head).buckets.batch?.count).toBe(1)
    expect(subject.frame(head).buckets).toEqual({})
  })

  it('keeps evaluations for display out of the series', async () => {
    const machine = new SimulatedMachine()
    const description = await machine.configure('r', config())
    const ignore = (): void => undefined
    const subject = new Telemetry(machine, description, { adjusted: ignore, problem: ignore })
    subject.show(machine.evaluate())
    expect(subject.frame(head).buckets).toEqual({})
    expect(subject.history.of('train').range()).toBeNull()
    subject.evaluated(machine.evaluate())
    expect(subject.frame(head).buckets.train?.count).toBe(1)
    expect(subject.history.of('train').range()).toEqual({ firstStep: 0, lastStep: 0 })
  })
})
