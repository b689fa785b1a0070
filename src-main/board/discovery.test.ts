import { describe, expect, test } from 'vitest'
import { systemDiscovery, type ListedPort } from './discovery'

const listed = (port: Partial<ListedPort> & { path: string }): ListedPort => ({
  manufacturer: undefined,
  serialNumber: undefined,
  pnpId: undefined,
  locationId: undefined,
  productId: undefined,
  vendorId: undefined,
  ...port,
})

describe('the ports of a computer', () => {
  test('are listed with what tells them apart, those on USB first', async () => {
    const mega = listed({
      path: '/dev/ttyACM0',
      vendorId: '2341',
      productId: '42',
      serialNumber: '7503',
      manufacturer: 'Arduino (www.arduino.cc)',
    })
    const { list } = systemDiscovery(async () => [listed({ path: '/dev/ttyS0' }), mega], 'linux')
    const { ports, problem } = await list()
    expect(ports).toEqual([
      {
        path: '/dev/ttyACM0',
        vendorId: '2341',
        productId: '0042',
        serialNumber: '7503',
        manufacturer: 'Arduino (www.arduino.cc)',
      },
      {
        path: '/dev/ttyS0',
        vendorId: null,
        productId: null,
        serialNumber: null,
        manufacturer: null,
      },
    ])
    expect(problem).toMatchObject({ id: 'port-not-listed', severity: 'info' })
    expect(problem.tip).toContain('dialout')
  })

  test('without udevadm are none, with a problem that says what to install or type', async () => {
    const { list } = systemDiscovery(() => Promise.reject(new Error('spawn udevadm ENOENT')))
    const { ports, problem } = await list()
    expect(ports).toEqual([])
    expect(problem).toMatchObject({ id: 'ports-not-listed', severity: 'warning' })
    expect(problem.tip).toContain('udev')
  })

  test('are none where this computer has no program that knows them', async () => {
    const path = process.env.PATH
    process.env.PATH = ''
    try {
      const { problem } = await systemDiscovery(undefined, 'linux').list()
      const isLinux = process.platform === 'linux'
      expect(problem.id).toBe(isLinux ? 'ports-not-listed' : 'port-not-listed')
    } finally {
      process.env.PATH = path
    }
  })

  test('name their own reasons on every system', async () => {
    for (const platform of ['linux', 'win32', 'darwin', 'freebsd'] as const) {
      const { problem } = await systemDiscovery(async () => [], platform).list()
      expect(problem.tip).toContain('cable')
    }
  })

  test('a typed path is a port of its own', async () => {
    const { at } = systemDiscovery(async () => [])
    expect(await at('/dev/pts/99')).toMatchObject({ path: '/dev/pts/99', vendorId: null })
  })
})
