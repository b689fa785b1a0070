import { readFileSync, readdirSync } from 'node:fs'

/** One process of the app at one moment, as the system sees it. */
export interface Usage {
  /** main, engine, window, gpu, network or other. */
  what: string
  /** Resident memory, MB. */
  mb: number
  /** Open file handles. */
  handles: number
}

/** What Chromium calls its processes on their command lines. */
function nameOf(commandLine: string): string {
  const type = /--type=(\S+)/.exec(commandLine)?.[1]
  if (type === undefined) return 'main'
  if (type === 'renderer') return 'window'
  if (type === 'gpu-process') return 'gpu'
  if (commandLine.includes('node.mojom.NodeService')) return 'engine'
  if (commandLine.includes('network.mojom')) return 'network'
  return 'other'
}

/** Every living process that belongs to the app of this user folder (Linux: /proc). */
export function usages(userData: string): Usage[] {
  const found: Usage[] = []
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      if (!commandLine.includes(userData) || commandLine.startsWith('strace')) continue
      const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
      found.push({
        what: nameOf(commandLine),
        mb: (pages * 4096) / 1e6,
        handles: readdirSync(`/proc/${pid}/fd`).length,
      })
    } catch (thrown) {
      // A process may end between two readings.
      if (!(thrown instanceof Error) || !/ENOENT|ESRCH/.test(thrown.message)) throw thrown
    }
  }
  return found
}

/**
 * Least-squares slope.
 * @param x @param y of one length
 */
export function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const over = x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0)
  return over / x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
}
