import { ProblemError, type BoardTarget, type Problem, type SerialPortInfo } from '@contract'
import { notListed, type Discovery } from '../../discovery'
import { lineClosed } from '../../link/problems'
import type { Transport, TransportEvents } from '../../link/transport'
import { whyNotListed } from '../../whyNotListed'
import type { ConnectionParts } from '../parts'
import type { Device } from './devices'
import { TestTimers } from './time'

const problem = (id: string, message: string): Problem => ({ id, severity: 'error', message })

interface Plug {
  device: Device
  usb: Partial<SerialPortInfo>
  openMs: number
  /** Counts the plugs: another one is another file. */
  number: number
  user: PlugTransport | null
}

/** Ports, cables and time of a test. */
export class World implements Discovery {
  readonly timers = new TestTimers()
  /** Lines that are open now, and the most that ever were at once. */
  open = 0
  mostOpen = 0
  canList = true
  private readonly plugs = new Map<string, Plug>()
  private count = 0

  readonly parts: ConnectionParts = {
    transport: (target: BoardTarget) =>
      new PlugTransport(this, target.kind === 'serial' ? target.path : 'virtual'),
    discovery: this,
    timers: this.timers,
    epochMs: () => this.timers.now(),
    fileIdentity: async (path) => this.plugs.get(path)?.number.toString() ?? null,
  }

  plug(path: string, device: Device, usb: Partial<SerialPortInfo> = {}, openMs = 0): void {
    this.plugs.set(path, { device, usb, openMs, number: this.count++, user: null })
  }

  unplug(path: string): void {
    const plug = this.plugs.get(path)
    this.plugs.delete(path)
    if (plug === undefined) return
    plug.device.say = null
    plug.user?.cut()
  }

  find(path: string): Plug | undefined {
    return this.plugs.get(path)
  }

  async list() {
    if (!this.canList) return { ports: [], problem: notListed('spawn udevadm ENOENT') }
    const listed = [...this.plugs].filter(([, { usb }]) => usb.vendorId !== undefined)
    return { ports: listed.map(([path, plug]) => info(path, plug)), problem: whyNotListed('linux') }
  }

  async at(path: string) {
    return info(path, this.canList ? this.plugs.get(path) : undefined)
  }
}

const info = (path: string, plug?: Plug): SerialPortInfo => ({
  vendorId: null,
  productId: null,
  serialNumber: null,
  manufacturer: null,
  ...plug?.usb,
  path,
})

class PlugTransport implements Transport {
  private plug: Plug | null = null
  private events: TransportEvents | null = null

  constructor(
    private readonly world: World,
    readonly name: string,
  ) {}

  async open(events: TransportEvents): Promise<void> {
    const plug = this.world.find(this.name)
    if (plug === undefined) throw new ProblemError(problem('serial-port-missing', 'No such file.'))
    if (plug.user !== null) throw new ProblemError(problem('serial-port-busy', 'Cannot lock port.'))
    plug.user = this
    this.world.open++
    this.world.mostOpen = Math.max(this.world.mostOpen, this.world.open)
    this.plug = plug
    this.events = events
    if (plug.openMs > 0)
      await new Promise<void>((done) => this.world.timers.after(plug.openMs, done))
    plug.device.say = (bytes) => queueMicrotask(() => this.events?.data(bytes))
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.plug === null) throw lineClosed(this.name)
    this.plug.device.receive(bytes)
  }

  async close(): Promise<void> {
    this.leave()
  }

  cut(): void {
    const { events } = this
    this.leave()
    events?.closed(problem('unplugged', 'The cable was pulled.'))
  }

  private leave(): void {
    const { plug } = this
    this.plug = null
    this.events = null
    if (plug === null) return
    plug.user = null
    plug.device.say = null
    this.world.open--
  }
}
