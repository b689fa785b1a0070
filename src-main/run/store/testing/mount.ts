import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own in memory, of so many bytes; only an administrator of Linux can have one. */
export class SmallDisk {
  private constructor(readonly directory: string) {}

  /** Why none can be had here; null: it can, or this is where it has to. */
  static get refusal(): string | null {
    const able = process.platform === 'linux' && process.getuid?.() === 0
    if (able || process.env.CI !== undefined) return null
    return 'NOT RUN: a small disk is mounted on Linux, by root.'
  }

  /** @throws where none can be mounted, and says what it takes */
  static mount(bytes: number): SmallDisk {
    const directory = mkdtempSync(join(tmpdir(), 'desynclab-disk-'))
    try {
      run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', directory)
    } catch (thrown) {
      rmdirSync(directory)
      throw new Error('This test mounts a small disk: run it on Linux as root.', { cause: thrown })
    }
    return new SmallDisk(directory)
  }

  /** From now on nothing can be written; no file may be open for that. */
  makeReadOnly(): void {
    run('mount', '-o', 'remount,ro', this.directory)
  }

  unmount(): void {
    // Lazily: the library holds files of a closed database until its statements are collected.
    run('umount', '--lazy', this.directory)
    rmdirSync(this.directory)
  }
}

const run = (command: string, ...args: string[]): void => {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Another program takes all the room that there is. @returns its file */
export function fillUp(directory: string): string {
  const filler = join(directory, 'filler')
  const file = openSync(filler, 'w')
  for (let bytes = 1 << 20; bytes >= 1;) if (!fits(file, bytes)) bytes >>= 1
  closeSync(file)
  return filler
}

function fits(file: number, bytes: number): boolean {
  try {
    return writeSync(file, new Uint8Array(bytes)) > 0
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC') return false
    throw thrown
  }
}
