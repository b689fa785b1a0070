import { readFileSync } from 'node:fs'
import { utilityProcess, type MessagePortMain } from 'electron'
import type { EngineProcess } from './link'

/**
 * Starts an engine process.
 * @param entry path of the built `engine/process.ts`
 * @param version of the app, for the records
 * @param store folder of the stored runs
 * @param complain hears what the process writes to its standard error: why it died
 */
export function forkEngine(
  entry: string,
  version: string,
  store: string,
  complain: (text: string) => void,
): EngineProcess<MessagePortMain> {
  const child = utilityProcess.fork(entry, [version, store], {
    serviceName: 'Desynclab engine',
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complain(text.trimEnd()))
  return {
    post: (message, port) => child.postMessage(message, port === undefined ? [] : [port]),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
    destroy: () => void (child.pid !== undefined && process.kill(child.pid, 'SIGKILL')),
    isSuspended: () => child.pid !== undefined && isStopped(child.pid),
  }
}

/** Held by SIGSTOP or by a debugger. Linux tells; elsewhere nobody is known to be. */
function isStopped(pid: number): boolean {
  if (process.platform !== 'linux') return false
  // "pid (name) state ...": the name may hold anything, so the last bracket counts.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return /^[Tt]/.test(stat.slice(stat.lastIndexOf(')') + 2))
}
