import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const prebuilt = resolve(
  import.meta.dirname,
  '../resources/firmware/prebuilt/desynclab-bench-mega2560.hex',
)

/** A program that is ended with its test. */
export interface Running {
  stop(): Promise<void>
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGKILL')
  await exit
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (holds()) return
    await wait(50)
  }
  throw new Error(`${what} did not come within 10 s`)
}

/** Intel HEX as the bytes of the flash, which is what the emulator reads; every record is checked. */
function flashOf(hex: string): Uint8Array {
  const flash = new Uint8Array(256 * 1024).fill(0xff)
  let [base, end] = [0, 0]
  for (const line of hex.split(/\r?\n/).filter(Boolean)) {
    const bytes = Uint8Array.from(Buffer.from(line.slice(1), 'hex'))
    if (bytes.reduce((sum, byte) => (sum + byte) & 255, 0) !== 0) throw new Error(`bad: ${line}`)
    const [count, high, low, kind] = bytes
    const data = bytes.subarray(4, 4 + count)
    if (kind === 2) base = ((data[0] << 8) | data[1]) << 4
    if (kind === 4) base = ((data[0] << 8) | data[1]) * 65_536
    if (kind !== 0) continue
    const at = base + ((high << 8) | low)
    flash.set(data, at)
    end = Math.max(end, at + count)
  }
  return flash.subarray(0, end)
}

/** The firmware that ships, on an emulated ATmega2560; `path` is its pseudo-terminal. */
export async function emulatedBoard(): Promise<Running & { path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-board-'))
  const image = join(folder, 'flash.bin')
  writeFileSync(image, flashOf(readFileSync(prebuilt, 'utf8')))
  const child = spawn(
    'qemu-system-avr',
    [
      ...['-machine', 'mega2560', '-bios', image],
      ...['-display', 'none', '-monitor', 'none', '-serial', 'pty'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const path = () => /\/dev\/pts\/\d+/.exec(said)?.[0]
  await until(() => path() !== undefined, 'the emulator’s pseudo-terminal')
  return {
    path: path() ?? '',
    async stop() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The same behind a line that outlives it: its reset button ends the emulator in the middle of
 * whatever it says and starts it anew, which is what the other end of a real line sees.
 */
export async function resettableBoard(): Promise<Running & { path: string; reset(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-board-'))
  const [image, pid, shell] = ['flash.bin', 'pid', 'shell'].map((name) => join(folder, name))
  writeFileSync(image, flashOf(readFileSync(prebuilt, 'utf8')))
  const line = await pretender(`
    echo $$ > ${shell}
    while :; do
      qemu-system-avr -machine mega2560 -bios ${image} -display none -monitor none \\
        -serial stdio -pidfile ${pid}
    done`)
  await until(() => existsSync(pid), 'the emulator')
  const kill = (file: string): void => {
    process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL')
  }
  return {
    path: line.path,
    reset: () => kill(pid),
    async stop() {
      kill(shell)
      kill(pid)
      await line.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A cable that can be pulled: the app's path leads to the board's while it is plugged. */
export class Cable implements Running {
  private readonly folder = mkdtempSync(join(tmpdir(), 'desynclab-cable-'))
  readonly path = join(this.folder, 'port')
  private child: ChildProcess | null = null

  constructor(private readonly board: string) {}

  async plug(): Promise<void> {
    this.child = spawn(
      'socat',
      [`pty,raw,echo=0,link=${this.path}`, `file:${this.board},raw,echo=0`],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    await until(() => existsSync(this.path), 'the cable')
  }

  async pull(): Promise<void> {
    if (this.child !== null) await ended(this.child)
    this.child = null
    // socat that is killed leaves its link behind.
    rmSync(this.path, { force: true })
  }

  async stop(): Promise<void> {
    await this.pull()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A port whose other end is a shell script: a board that is none. */
export async function pretender(script: string): Promise<Running & { path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-pretender-'))
  const path = join(folder, 'port')
  const file = join(folder, 'board.sh')
  writeFileSync(file, script)
  const child = spawn('socat', [`pty,raw,echo=0,link=${path}`, `exec:sh ${file}`], {
    stdio: 'ignore',
  })
  await until(() => existsSync(path), 'the pretender')
  return {
    path,
    async stop() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
