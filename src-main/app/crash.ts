import { app, type BrowserWindow } from 'electron'
import { errorText } from './log'

/** A page that dies again within this time is not reloaded: it would only die once more. */
const RELOAD_PAUSE_MS = 5000

/** Writes down what nobody caught. */
export function logUncaught(log: (what: string) => void): void {
  process.on('uncaughtException', (error) => log(`uncaught: ${errorText(error)}`))
  process.on('unhandledRejection', (reason) => log(`unhandled: ${errorText(reason)}`))
  app.on('child-process-gone', (_, { type, reason, exitCode }) =>
    log(`process ${type} gone: ${reason}, exit code ${exitCode}`),
  )
}

/** A crashed page is loaded again; the run goes on in the engine all the while. */
export function reloadAfterCrash(
  window: BrowserWindow,
  nowMs: () => number,
  log: (what: string) => void,
): void {
  let reloadedMs = -Infinity
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log(`window gone: ${reason}, exit code ${exitCode}`)
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (nowMs() - reloadedMs < RELOAD_PAUSE_MS) return
    reloadedMs = nowMs()
    window.webContents.reload()
  })
}
