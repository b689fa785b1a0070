import { describe, expect, test } from 'vitest'
import type { Transport, TransportEvents } from '../link/transport'
import { GuardedTransport } from './guard'

/** A port that opens and closes when a test says so. */
function slowPort() {
  const did: string[] = []
  const steps: (() => void)[] = []
  const step = (name: string) =>
    new Promise<void>((done) =>
      steps.push(() => {
        did.push(name)
        done()
      }),
    )
  const port: { events: TransportEvents | null } = { events: null }
  const inner: Transport = {
    name: 'slow',
    open: (events) => {
      port.events = events
      return step('opened')
    },
    write: async (bytes) => void did.push(`wrote ${bytes.length}`),
    close: () => step('closed'),
  }
  const next = async (): Promise<void> => {
    steps.shift()?.()
    await new Promise((done) => setImmediate(done))
  }
  const counters = { bytesIn: 0, bytesOut: 0 }
  return { did, next, port, counters, guard: new GuardedTransport(inner, counters) }
}

describe('a guarded transport', () => {
  test('is shut from the moment on that it is closed, however long its port takes', async () => {
    const { did, next, port, counters, guard } = slowPort()
    const heard: string[] = []
    const opened = guard.open({
      data: (bytes) => heard.push(`${bytes.length}`),
      closed: () => heard.push('closed'),
    })
    await next()
    await opened
    await guard.write(new Uint8Array(3))
    port.events?.data(new Uint8Array(2))
    const closed = guard.close()
    await expect(guard.write(new Uint8Array(4))).rejects.toMatchObject({
      problem: { id: 'board-line-closed' },
    })
    port.events?.data(new Uint8Array(5))
    port.events?.closed(null)
    await new Promise((done) => setImmediate(done))
    await next()
    await closed
    expect(did).toEqual(['opened', 'wrote 3', 'closed'])
    expect(heard).toEqual(['2'])
    expect(counters).toEqual({ bytesIn: 2, bytesOut: 3 })
  })

  test('that is closed while it opens closes its port once it is open, and never opened', async () => {
    const { did, next, guard } = slowPort()
    const opened = guard.open({ data: () => undefined, closed: () => undefined })
    const ended = opened.then(
      () => 'open',
      () => 'refused',
    )
    const closed = guard.close()
    await next()
    expect(await ended).toBe('refused')
    await next()
    await closed
    expect(did).toEqual(['opened', 'closed'])
  })
})
