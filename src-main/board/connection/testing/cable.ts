import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnBound } from '../../testing/processes'

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A pair of pseudo-terminals that socat joins: pulled by killing it. */
export class Cable {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cable-'))
  /** What the program opens: the same path after each plug. */
  readonly path = join(this.folder, 'board')
  private socat: ChildProcess | null = null

  /** @param far a terminal that exists; without: another pseudo-terminal, at `farPath`. */
  constructor(private readonly far: string | null = null) {}

  get farPath(): string {
    return join(this.folder, 'far')
  }

  /** Done when it can be opened. */
  async plug(): Promise<void> {
    rmSync(this.path, { force: true })
    const end = this.far === null ? `pty,raw,echo=0,link=${this.farPath}` : `${this.far},raw,echo=0`
    const socat = spawnBound('socat', [`pty,raw,echo=0,link=${this.path}`, end], {
      stdio: 'inherit',
    })
    this.socat = socat
    const failed = new Promise<never>((_, fail) => socat.on('error', fail))
    const there = async (): Promise<void> => {
      while (!existsSync(this.path) || !existsSync(readlinkSync(this.path))) await wait(5)
      while (this.far === null && !existsSync(this.farPath)) await wait(5)
    }
    await Promise.race([failed, there()])
  }

  async pull(): Promise<void> {
    const { socat } = this
    this.socat = null
    if (socat === null || socat.exitCode !== null) return
    const ended = new Promise((done) => socat.once('exit', done))
    socat.kill('SIGKILL')
    await ended
  }

  async end(): Promise<void> {
    await this.pull()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
