import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * A program that does not outlive its test, however that ends: on Linux the kernel kills it with its
 * parent. It has the identity that `spawn` gives, as setpriv becomes it.
 */
export function spawnBound(name: string, args: string[], options: SpawnOptions): ChildProcess {
  return process.platform === 'linux'
    ? spawn('setpriv', ['--pdeathsig', 'KILL', name, ...args], options)
    : spawn(name, args, options)
}

/** The processes of a name that a process started and that still run (Linux). */
export function childrenOf(parent: number, name: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => isChild(entry, parent, name))
    .map(Number)
}

/** `pid (name) state parent ...`; a process may end while its line is read. */
function isChild(entry: string, parent: number, name: string): boolean {
  let line: string
  try {
    line = readFileSync(`/proc/${entry}/stat`, 'latin1')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return false
    throw thrown
  }
  const found = /^\d+ \((.*)\) (\S) (\d+)/.exec(line)
  return found !== null && found[1] === name && found[2] !== 'Z' && Number(found[3]) === parent
}

export function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return false
    throw thrown
  }
}
