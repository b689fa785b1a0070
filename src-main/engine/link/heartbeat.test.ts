import { describe, expect, it } from 'vitest'
import { config } from '../../run/test/bench'
import { Room } from './testing/room'

describe('the beats of the engine', () => {
  it('leaves an engine that answers alone, at rest and at work', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.beats(100)
    await room.link.send('start', undefined)
    await room.beats(100)
    expect(room.engines).toHaveLength(1)
    expect(room.problems()).toEqual([])
  })

  it('starts an engine again that hangs for a minute, and the run goes on', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.link.send('step', { count: 50 })
    room.engine.hang()
    const waiting = room.link.send('step', { count: 1 })
    await room.beats(29)
    expect(room.problems()).toEqual(['engine-silent'])
    expect(room.engines).toHaveLength(1)
    await room.beats(3)
    expect(room.engines[0].destroyed).toBe(true)
    expect(await waiting).toMatchObject({ problem: { id: 'engine-lost' } })
    await room.until(() => room.engineStates().includes('resumed'))
    expect(room.events).toContainEqual({ kind: 'solved', id: 'engine-silent' })
    await room.link.send('step', { count: 1 })
    expect(room.step).toBe(51)
  })

  it('takes its warning back when the engine answers after all', async () => {
    const room = new Room()
    room.engine.hang()
    await room.beats(20)
    room.engine.alive = true
    await room.beats(20)
    expect(room.engines).toHaveLength(1)
    expect(room.events.at(-1)).toEqual({ kind: 'solved', id: 'engine-silent' })
  })

  it('ends no engine for beats that it could not keep, nor one that is held on purpose', async () => {
    const asleep = new Room()
    asleep.engine.hang()
    await asleep.beats(200, 60_000)
    expect(asleep.engines[0].destroyed).toBe(false)
    const held = new Room()
    held.engine.suspended = true
    held.engine.hang()
    await held.beats(200)
    expect(held.engines[0].destroyed).toBe(false)
    held.engine.suspended = false
    await held.beats(1)
    expect(held.engines[0].destroyed).toBe(true)
  })
})
