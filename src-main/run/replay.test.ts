import type { Frame } from '@contract'
import { afterEach, describe, expect, it } from 'vitest'
import { replayedRun, stateAt } from './store'
import { config } from './test/bench'
import { clean, createMachine, folder, RecordedLab } from './store/testing/lab'

afterEach(clean)

/** A run of 3,000 steps with a change by hand, and its replay. */
async function replaying() {
  const lab = new RecordedLab(folder())
  await lab.run(config(), 1200)
  await lab.controller.adjust({ kind: 'set', path: 'schedule.probability', value: 0.25 })
  await lab.controller.step(1800)
  const frames: Frame[] = []
  lab.controller.attach((frame) => {
    frames.push(frame)
    lab.controller.acknowledge(frame.sequence)
  })
  const { database } = lab.store
  const recorded = replayedRun(database, 'run-1', createMachine)
  await lab.controller.replay(recorded)
  const shown = (): Frame => frames[frames.length - 1]
  const truth = (step: number) => stateAt(database, 'run-1', step, createMachine)
  return { lab, shown, truth, database, recorded }
}

describe('a replay', () => {
  it('begins at the end of the record, with everything as it was seen', async () => {
    const { lab, shown, truth } = await replaying()
    expect(shown()).toMatchObject({ run: 'run-2', step: 3000, timing: { sinceStep: 1200 } })
    expect(shown().state).toEqual((await truth(3000)).state)
    expect(lab.controller.current()?.replay).toMatchObject({ of: 'run-1', steps: 3000 })
    await lab.quit()
  })

  it('shows any step bit for bit as it was, back and forth', async () => {
    const { lab, shown, truth } = await replaying()
    for (const step of [0, 1200, 1201, 7, 2999, 9_999]) {
      await lab.controller.seek(step)
      const at = Math.min(step, 3000)
      expect(shown().step).toBe(at)
      expect(shown().state.conductance).toEqual((await truth(at)).state.conductance)
      expect(shown().raster.steps).toBe(Math.min(at, 240))
    }
    await lab.quit()
  })

  it('goes on from there as the run did, ends where it ended, and then begins anew', async () => {
    const { lab, shown, truth } = await replaying()
    await lab.controller.seek(2500)
    await lab.controller.start()
    await lab.until(() => lab.state === 'finished')
    expect(shown().step).toBe(3000)
    expect(shown().state).toEqual((await truth(3000)).state)
    await lab.controller.pace(1)
    await lab.controller.start()
    expect(lab.controller.current()?.state).toBe('running')
    await lab.controller.pause()
    expect(shown().step).toBeLessThan(3000)
    await lab.quit()
  })

  it('keeps the whole history of the record, wherever it stands', async () => {
    const { lab } = await replaying()
    await lab.controller.seek(100)
    const whole = { series: 'batch', fromStep: 0, toStep: null, buckets: 100 } as const
    const history = lab.controller.looks.history(whole)
    expect(history.run).toBe('run-2')
    expect(history.lastStep.at(-1)).toBe(3000)
    await lab.quit()
  })

  it('changes and records nothing', async () => {
    const { lab, database } = await replaying()
    const cut = { kind: 'edge', edge: 0, action: 'cut' } as const
    await expect(lab.controller.adjust(cut)).rejects.toThrow(/cannot be changed/)
    await lab.controller.seek(100)
    await lab.controller.step(50)
    expect(database.rows('SELECT id, step FROM run')).toEqual([{ id: 'run-1', step: 3000 }])
    await lab.quit()
  })

  it('gives way to a run of its own', async () => {
    const { lab } = await replaying()
    await lab.run(config({ seed: 9 }), 10)
    expect(lab.controller.current()?.replay).toBeNull()
    expect(lab.store.list({}).map(({ id }) => id)).toContain('run-3')
    await expect(lab.controller.seek(3)).rejects.toThrow(/no replay/)
    await lab.quit()
  })
})
