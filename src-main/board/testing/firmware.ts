import type { ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { lineClosed } from '../link/problems'
import type { Transport, TransportEvents } from '../link/transport'
import { spawnBound } from './processes'

const folder = resolve(import.meta.dirname, '../../../resources/firmware')

export const firmware = {
  folder,
  host: resolve(folder, 'build/desynclab-board'),
  avr: resolve(folder, 'build/bench.elf'),
  emulator: 'qemu-system-avr',
  emulatorArguments: (serial: string) => [
    ...['-machine', 'mega2560', '-bios', resolve(folder, 'build/bench.elf')],
    ...['-display', 'none', '-monitor', 'none', '-serial', serial],
  ],
}

/** A board that is a program on standard input and output: the host build, or an emulator. */
export class ProgramTransport implements Transport {
  private child: ChildProcess | null = null

  constructor(
    readonly name: string,
    private readonly args: string[],
  ) {}

  open(events: TransportEvents): Promise<void> {
    const child = spawnBound(this.name, this.args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.child = child
    child.stdout?.on('data', (bytes: Buffer) => events.data(Uint8Array.from(bytes)))
    child.on('exit', () => events.closed(null))
    return new Promise((done, fail) => {
      child.on('spawn', () => done())
      child.on('error', fail)
    })
  }

  write(bytes: Uint8Array): Promise<void> {
    const { child } = this
    if (child === null || child.exitCode !== null) return Promise.reject(lineClosed(this.name))
    return new Promise((done) => child.stdin?.write(bytes, () => done()))
  }

  close(): Promise<void> {
    this.child?.kill('SIGKILL')
    return Promise.resolve()
  }
}

export const hostTransport = (...args: string[]): ProgramTransport =>
  new ProgramTransport(firmware.host, args)

export const emulatedTransport = (): ProgramTransport =>
  new ProgramTransport(firmware.emulator, firmware.emulatorArguments('stdio'))

/** A program that prints the path of its pseudo-terminal. */
export function onPseudoTerminal(
  name: string,
  args: string[],
): Promise<{ path: string; stop: () => void }> {
  const child = spawnBound(name, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((done, fail) => {
    let said = ''
    child.on('error', fail)
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const found = /\/dev\/pts\/\d+/.exec(said)
      if (found !== null) done({ path: found[0], stop: () => child.kill('SIGKILL') })
    })
  })
}
