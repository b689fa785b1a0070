import { boardStateSchema, ProblemError } from '@contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BoardConnection } from './connection'
import { BoardDevice, ScriptedDevice, type Device } from './testing/devices'
import { World } from './testing/world'

const PATHS = ['/dev/a', '/dev/b', '/dev/c']
const serial = (path: string) => ({ kind: 'serial' as const, path, baudRate: 115_200 })

type Action =
  | { do: 'connect' | 'unplug'; at: number }
  | { do: 'plug'; at: number; device: number; isUsb: boolean; openMs: number }
  | { do: 'disconnect' | 'release' | 'take' | 'send' }
  | { do: 'wait'; ms: number }

const at = fc.nat(PATHS.length - 1)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constantFrom('connect' as const, 'unplug' as const), at }),
  fc.record({
    do: fc.constant('plug' as const),
    at,
    device: fc.nat(4),
    isUsb: fc.boolean(),
    openMs: fc.constantFrom(0, 0, 400),
  }),
  fc.record({
    do: fc.constantFrom('disconnect', 'release', 'take', 'send'),
  }) as fc.Arbitrary<Action>,
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 50, 400, 3000, 15_000) }),
)

/** Two boards, a voltmeter, noise and silence. */
const devices = (): Device[] => [
  new BoardDevice('1'),
  new BoardDevice('2'),
  new ScriptedDevice((text) => (text.includes('IDN') ? 'HEWLETT-PACKARD,34401A,0,10\n' : '1\n')),
  new ScriptedDevice(() => Uint8Array.from([0, 200, 10, 35, 50, 10])),
  new ScriptedDevice(() => null),
]

/** A board that is away may refuse; what counts is what was sent where. */
const refused = (thrown: unknown): void => expect(thrown).toBeInstanceOf(ProblemError)

async function act(world: World, connection: BoardConnection, all: Device[], action: Action) {
  switch (action.do) {
    case 'connect':
      return void connection.connect(serial(PATHS[action.at]))
    case 'disconnect':
      return void connection.disconnect()
    case 'release':
      return void connection.release().catch(refused)
    case 'take':
      return void connection.take().catch(refused)
    case 'send':
      return void connection.send('SEED 9').catch(refused)
    case 'unplug':
      return world.unplug(PATHS[action.at])
    case 'wait':
      return world.timers.pass(action.ms)
    case 'plug': {
      const path = PATHS[action.at]
      const device = all[action.device]
      // A device has one cable.
      if (PATHS.some((other) => world.find(other)?.device === device)) return
      world.unplug(path)
      const usb = { vendorId: '2341', productId: '0042', serialNumber: `U${action.device}` }
      world.plug(path, device, action.isUsb ? usb : {}, action.openMs)
    }
  }
}

describe('whatever is plugged, unplugged and asked for in any order', () => {
  test('one line is open at most, no foreign device hears more than *IDN?, and the end is right', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
        const world = new World()
        const connection = new BoardConnection(world.parts)
        const all = devices()
        connection.onState((state) => boardStateSchema.parse(state))
        for (const step of actions) await act(world, connection, all, step)
        expect(world.mostOpen).toBeLessThanOrEqual(1)
        for (const foreign of all.slice(2))
          expect(foreign.heard.filter((text) => text !== '\n*IDN?\n')).toEqual([])
        // Whatever went on: an attempt of now ends as if nothing had been.
        for (const path of PATHS) world.unplug(path)
        world.plug(PATHS[0], all[0])
        const last = await world.timers.until(connection.connect(serial(PATHS[0])))
        expect(last).toMatchObject({ presence: 'identified', device: { serialNumber: '1' } })
        await connection.close()
        const heard = all.map((device) => device.heard.length)
        await world.timers.pass(120_000)
        expect(all.map((device) => device.heard.length)).toEqual(heard)
        expect(world.open).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('a connection to one board never writes to another, whichever answers where it was', async () => {
    const moves = fc.array(
      fc.record({ device: fc.nat(4), path: at, ms: fc.constantFrom(10, 300, 2500) }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(moves, fc.boolean(), async (all, isUsb) => {
        const world = new World()
        const connection = new BoardConnection(world.parts)
        const present = devices()
        const usb = (i: number) =>
          isUsb ? { vendorId: '2341', productId: '0042', serialNumber: `U${i}` } : {}
        world.plug(PATHS[0], present[0], usb(0))
        await world.timers.until(connection.connect(serial(PATHS[0])))
        for (const { device, path, ms } of all) {
          for (const other of PATHS) world.unplug(other)
          world.plug(PATHS[path], present[device], usb(device))
          const sent = connection.send('SEED 9').catch(refused)
          await world.timers.pass(ms)
          await world.timers.until(sent)
        }
        for (const other of present.slice(1))
          expect(other.heard.filter((text) => text !== '\n*IDN?\n')).toEqual([])
        for (const other of PATHS) world.unplug(other)
        world.plug(PATHS[0], present[0], usb(0))
        await world.timers.pass(12_000)
        expect(connection.state().presence).toBe('identified')
        await connection.close()
      }),
      { numRuns: 150 },
    )
  })
})
