import { describe, expect, it } from 'vitest'
import { ProblemError } from '@contract'
import { SimulatedMachine } from '../machine/simulated'
import type { Budget, Progress, Sink } from '../machine/machine'
import { Bench, config } from './test/bench'

const stopAt = (steps: number) => config({ stop: { steps } })

/** The hash after so many steps in one go, without a controller. */
async function hashAfter(steps: number, of = config()): Promise<string> {
  const machine = new SimulatedMachine()
  await machine.configure('reference', of)
  const ignore = (): void => undefined
  const sink: Sink = { steps: ignore, evaluated: ignore, adjusted: ignore, problem: ignore }
  await machine.advance({ steps, expired: () => false }, sink)
  return machine.hash()
}

describe('the run controller', () => {
  it('takes a run from ready over running to finished at its stop rule', async () => {
    const bench = new Bench()
    await bench.controller.configure(stopAt(5000))
    await bench.controller.start()
    await bench.until(() => bench.state === 'finished')
    expect(bench.states).toEqual(['ready', 'running', 'finished'])
    const record = await bench.controller.record()
    expect(record.result.steps).toBe(5000)
    expect(record.result.hash).toBe(await hashAfter(5000))
  })

  it('goes on past the stop rule by as many steps again', async () => {
    const bench = new Bench()
    await bench.controller.configure(stopAt(300))
    for (const steps of [300, 600, 900]) {
      await bench.controller.start()
      await bench.until(() => bench.state === 'finished')
      const record = await bench.controller.record()
      expect([record.result.steps, record.config.stop.steps]).toEqual([steps, steps])
    }
    expect((await bench.controller.record()).result.hash).toBe(await hashAfter(900))
  })

  it('pauses before it steps, and steps exactly so often', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    await bench.controller.start()
    await bench.until(() => bench.step > 2000)
    await bench.controller.pause()
    const { steps } = (await bench.controller.record()).result
    await bench.controller.start()
    await bench.controller.step(1234)
    expect(bench.state).toBe('paused')
    const after = (await bench.controller.record()).result
    expect(after.steps).toBeGreaterThanOrEqual(steps + 1234)
    await bench.controller.step(7)
    const record = await bench.controller.record()
    expect(record.result.steps).toBe(after.steps + 7)
    expect(record.result.hash).toBe(await hashAfter(after.steps + 7))
    expect(bench.step).toBe(after.steps + 7)
    expect(bench.frames.at(-1)?.evaluation?.step).toBe(after.steps + 7)
  })

  it('ends a long series of steps when it is told to pause', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    const stepping = bench.controller.step(1_000_000)
    await bench.until(() => bench.step > 0)
    await bench.controller.pause()
    await stepping
    expect((await bench.controller.record()).result.steps).toBeLessThan(1_000_000)
  })

  it('does nothing more once pause was answered', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    await bench.controller.start()
    await bench.until(() => bench.step > 1000)
    await bench.controller.pause()
    const { steps } = (await bench.controller.record()).result
    expect(bench.step).toBe(steps)
    for (let turn = 0; turn < 20; turn++) await bench.time.breathe()
    expect((await bench.controller.record()).result.steps).toBe(steps)
  })

  it('keeps a pace of whole and of broken steps', async () => {
    for (const stepsPerSecond of [0.7, 37, 1000, 60_000]) {
      const bench = new Bench()
      // A run that samples its edges looks often: at half a millisecond a look it had no time to learn.
      bench.time.lookMs = 0.02
      bench.watch()
      await bench.controller.configure(config({ pace: { stepsPerSecond } }))
      await bench.controller.start()
      const beganMs = bench.time.ms
      await bench.until(() => bench.time.ms - beganMs >= 10_000)
      await bench.controller.pause()
      const due = (stepsPerSecond * (bench.time.ms - beganMs)) / 1000
      // One step at once, and at most a portion of 50 ms still to come.
      expect(bench.step).toBeGreaterThanOrEqual(due - 1 - stepsPerSecond * 0.06)
      expect(bench.step).toBeLessThanOrEqual(due + 2)
    }
  })

  it('records a change with its step, so that the record runs the same way again', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    await bench.controller.start()
    await bench.until(() => bench.step > 1000)
    await bench.controller.adjust({ kind: 'set', path: 'schedule.probability', value: 0.9 })
    await bench.controller.adjust({ kind: 'edge', edge: 3, action: 'cut' })
    const seen = bench.step
    await bench.until(() => bench.step > seen + 1000)
    await bench.controller.pause()
    const record = await bench.controller.record()
    expect(record.config.adjustments).toHaveLength(2)
    expect(bench.events.filter(({ kind }) => kind === 'adjusted')).toHaveLength(2)
    expect(record.result.hash).toBe(await hashAfter(record.result.steps, record.config))
    expect(record.result.hash).not.toBe(await hashAfter(record.result.steps))
  })

  it('begins the given configuration anew on reset, without later changes', async () => {
    const bench = new Bench()
    const first = await bench.controller.configure(stopAt(500))
    await bench.controller.adjust({ kind: 'set', path: 'rule.alpha', value: 0.01 })
    await bench.controller.start()
    await bench.until(() => bench.state === 'finished')
    const second = await bench.controller.reset()
    expect(second.run).not.toBe(first.run)
    expect(bench.state).toBe('ready')
    const record = await bench.controller.record()
    expect(record.result.steps).toBe(0)
    expect(record.config.adjustments).toEqual([])
  })

  it('keeps the former run when a configuration cannot work', async () => {
    const bench = new Bench()
    const { run } = await bench.controller.configure(stopAt(500))
    const impossible = config({ batch: { size: 99_999 } })
    await expect(bench.controller.configure(impossible)).rejects.toBeInstanceOf(ProblemError)
    expect(bench.controller.current()?.description.run).toBe(run)
    await bench.controller.start()
    await bench.until(() => bench.state === 'finished')
  })

  it('tells of a machine that breaks, keeps what was measured, and can be reset', async () => {
    let machines = 0
    const bench = new Bench(() =>
      ++machines === 1 ? new BreakingMachine() : new SimulatedMachine(),
    )
    bench.watch()
    await bench.controller.configure(config())
    await bench.controller.start()
    await bench.until(() => bench.state === 'failed')
    const problem = bench.events.find(({ kind }) => kind === 'problem')
    expect(problem).toMatchObject({
      problem: { id: 'machine-failed', message: 'the smoke came out', kept: /1000/ },
    })
    const rows = bench.controller.looks.history({
      series: 'batch',
      fromStep: 0,
      toStep: null,
      buckets: 10_000,
    })
    expect(rows.range).toEqual({ firstStep: 1, lastStep: 1000 })
    await expect(bench.controller.start()).rejects.toMatchObject({ problem: { id: 'run-failed' } })
    await bench.controller.reset()
    await bench.controller.step(10)
    expect(bench.step).toBe(10)
  })

  it('refuses what needs a run while there is none', async () => {
    const { controller } = new Bench()
    for (const refused of [
      () => controller.start(),
      () => controller.pause(),
      () => controller.reset(),
      () => controller.record(),
      () => controller.adjust({ kind: 'edge', edge: 0, action: 'cut' }),
    ])
      await expect(refused()).rejects.toMatchObject({ problem: { id: 'no-run' } })
    expect(controller.current()).toBeNull()
  })
})

/** A machine that breaks after a thousand steps. */
class BreakingMachine extends SimulatedMachine {
  override async advance(budget: Budget, sink: Sink): Promise<Progress> {
    const progress = await super.advance({ ...budget, steps: Math.min(budget.steps, 100) }, sink)
    if (progress.step === 1000) throw new Error('the smoke came out')
    return progress
  }
}
