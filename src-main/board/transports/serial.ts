import { ProblemError } from '@contract'
import { SerialPort } from 'serialport'
import { lineClosed } from '../link/problems'
import type { Transport, TransportEvents } from '../link/transport'
import { watchDevice } from './presence'

/**
 * A serial port. A new SerialPort object per attempt: one that is opened again would send what was
 * written to it while it was closed.
 */
export class SerialTransport implements Transport {
  private port: SerialPort | null = null
  private isLost = false
  private endWatch: () => void = () => undefined

  constructor(
    readonly name: string,
    private readonly baudRate = 115_200,
  ) {}

  /** @throws ProblemError serial-port-missing, serial-port-busy, serial-port-denied, serial-port-failed */
  async open(events: TransportEvents): Promise<void> {
    if (this.port !== null) throw new Error('A transport is opened once.')
    const port = new SerialPort({
      path: this.name,
      baudRate: this.baudRate,
      autoOpen: false,
      // Without it (HUPCL) the system drops DTR on closing, and raising it on the next opening resets
      // an Uno or a Mega: its run would be gone. It cannot help on the first opening, nor on Windows.
      hupcl: false,
    })
    this.port = port
    // Without a listener for data an unplugged port never says that it is gone.
    port.on('data', (bytes: Buffer) => events.data(Uint8Array.from(bytes)))
    port.on('error', (error: Error) => this.lost(events, error.message))
    port.on('close', (error: Error | null) => this.lost(events, error?.message ?? null))
    await new Promise<void>((resolve, reject) =>
      port.open((error) =>
        error === null ? resolve() : reject(failure(this.name, error.message)),
      ),
    )
    this.endWatch = await watchDevice(this.name, () => {
      this.lost(events, 'the device is gone')
      // It is gone: whether closing it works changes nothing.
      port.close(() => undefined)
    })
  }

  write(bytes: Uint8Array): Promise<void> {
    const { port } = this
    if (port === null || !port.isOpen || this.isLost) return Promise.reject(lineClosed(this.name))
    return new Promise((resolve, reject) => {
      port.write(Buffer.from(bytes), (error) =>
        error ? reject(failure(this.name, error.message)) : resolve(),
      )
    })
  }

  close(): Promise<void> {
    const { port } = this
    this.endWatch()
    if (port === null || !port.isOpen) return Promise.resolve()
    return new Promise((resolve) => port.close(() => resolve()))
  }

  private lost(events: TransportEvents, message: string | null): void {
    if (this.isLost) return
    this.isLost = true
    this.endWatch()
    events.closed(message === null ? null : failure(this.name, message).problem)
  }
}

/** What the operating system said, as a problem with what to do. */
function failure(path: string, message: string): ProblemError {
  const [id, tip] = /no such file/i.test(message)
    ? ['serial-port-missing', 'Plug the board in, or choose another port.']
    : /lock|busy|temporarily unavailable/i.test(message)
      ? ['serial-port-busy', 'Another program has the port: close it there first.']
      : /permission|denied|EACCES/i.test(message)
        ? ['serial-port-denied', 'Your user may not open it: join the group dialout, log in again.']
        : ['serial-port-failed', 'Unplug the board, plug it in again, and connect anew.']
  return new ProblemError({
    id,
    severity: 'error',
    message: `The port ${path} failed: ${message}`,
    where: path,
    tip,
  })
}
