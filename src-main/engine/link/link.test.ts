import { describe, expect, it } from 'vitest'
import { config } from '../../run/test/bench'
import { Room } from './testing/room'

describe('the link to the engine', () => {
  it('brings each reply to the command that asked', async () => {
    const { link } = new Room()
    const configured = link.send('configure', { config: config() })
    const stepped = link.send('step', { count: 5 })
    const record = await link.send('record', undefined)
    expect((await configured).ok).toBe(true)
    expect((await stepped).ok).toBe(true)
    expect(record.ok && record.value.run).toBe('run-1')
  })

  it('refuses a malformed request without asking the engine', async () => {
    const room = new Room()
    const before = room.engine.heard.length
    const outcome = await room.link.send('step', { count: -1 })
    expect(outcome).toMatchObject({
      ok: false,
      problem: { id: 'bad-request', where: 'step.count' },
    })
    expect(room.engine.heard).toHaveLength(before)
  })

  it('starts a lost engine again, and the run goes on from its last checkpoint', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.link.send('adjust', { change: { kind: 'edge', edge: 1, action: 'cut' } })
    await room.link.send('step', { count: 1000 })
    await room.link.send('start', undefined)
    await room.until(() => room.step > 3000)
    const change = { kind: 'set', path: 'schedule.probability', value: 0.3 } as const
    await room.link.send('adjust', { change })
    const waiting = room.link.send('step', { count: 1_000_000 })
    await room.engine.crash()
    expect(await waiting).toMatchObject({ ok: false, problem: { id: 'engine-lost' } })
    await room.until(() => room.engineStates().includes('resumed'))
    expect(room.engineStates()).toEqual(['started', 'lost', 'started', 'resumed'])
    await room.link.send('step', { count: 100_000 })
    const record = await room.link.send('record', undefined)
    if (!record.ok) throw new Error(record.problem.message)
    expect(record.value.run).toBe('run-1')
    expect(record.value.config.adjustments.map((one) => one.change)).toEqual([
      { kind: 'edge', edge: 1, action: 'cut' },
      change,
    ])
    // The record of the run that was broken in two runs in one go to the same bits.
    const whole = new Room()
    await whole.link.send('configure', { config: record.value.config })
    await whole.link.send('step', { count: record.value.result.steps })
    const again = await whole.link.send('record', undefined)
    expect(again.ok && again.value.result.hash).toBe(record.value.result.hash)
    expect(room.step).toBe(record.value.result.steps)
  })

  it('resumes at the pace that was set last, however lately', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.link.send('pace', { stepsPerSecond: 123 })
    await room.engine.crash()
    await room.until(() => room.engineStates().includes('resumed'))
    const present = await room.link.send('present', undefined)
    expect(present.ok && present.value?.config.pace).toEqual({ stepsPerSecond: 123 })
    // Another run has its own.
    await room.link.send('configure', { config: config() })
    await room.engine.crash()
    await room.until(() => room.engineStates().filter((state) => state === 'resumed').length === 2)
    const next = await room.link.send('present', undefined)
    expect(next.ok && next.value?.config.pace).toEqual({ stepsPerSecond: null })
  })

  it('gives up after three crashes within a minute, and begins anew when asked to', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    for (let crash = 1; crash <= 3; crash++) await room.engine.crash()
    expect(room.engines).toHaveLength(3)
    expect(room.events).toContainEqual(
      expect.objectContaining({
        kind: 'problem',
        problem: expect.objectContaining({ id: 'engine-gone' }),
      }),
    )
    expect(room.link.runState).toBe('empty')
    expect(await room.link.send('start', undefined)).toMatchObject({
      problem: { id: 'engine-gone' },
    })
    expect((await room.link.send('configure', { config: config() })).ok).toBe(true)
    await room.link.send('step', { count: 3 })
    expect(room.step).toBe(3)
  })

  it('starts again as often as it must when crashes are rare', async () => {
    const room = new Room()
    for (let crash = 1; crash <= 6; crash++) {
      room.nowMs += 31_000
      await room.engine.crash()
    }
    expect(room.engines).toHaveLength(7)
  })

  it('reports what it cannot read from the engine, and goes on', async () => {
    const room = new Room()
    for (const noise of [null, 7, {}, { kind: 'event', event: { kind: 'nothing' } }])
      room.engine.say(noise)
    const problems = room.events.filter(({ kind }) => kind === 'problem')
    expect(problems).toHaveLength(4)
    expect((await room.link.send('configure', { config: config() })).ok).toBe(true)
  })

  it('hears a problem when it sends what the engine cannot read', async () => {
    const room = new Room()
    for (const noise of [null, { kind: 'command', id: 'x' }, { kind: 'frames' }])
      room.engine.post(noise)
    await room.until(() => room.events.filter(({ kind }) => kind === 'problem').length === 3)
    expect((await room.link.send('configure', { config: config() })).ok).toBe(true)
  })
})
