import { app, dialog, type BrowserWindow } from 'electron'
import type { Problem } from '@contract'
import { errorText } from './log'
import type { Words } from './words'

/** A page that dies again within this time waits that long before it is loaded again. */
const PAUSE_MS = 2000
/** So many deaths within so long: loading it again by itself does not help. */
const MOST_DEATHS = 4
const WINDOW_MS = 60_000

/** Writes down what nobody caught. */
export function logUncaught(log: (what: string) => void): void {
  process.on('uncaughtException', (error) => log(`uncaught: ${errorText(error)}`))
  process.on('unhandledRejection', (reason) => log(`unhandled: ${errorText(reason)}`))
  app.on('child-process-gone', (_, { type, reason, exitCode }) =>
    log(`process ${type} gone: ${reason}, exit code ${exitCode}`),
  )
}

/**
 * Chromium ends the whole app when its graphics process died a few times. A laboratory's run is worth
 * more than its picture: each is started again, however many. Before the app is ready.
 */
export function outliveGraphics(): void {
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
}

export interface ReloadParts {
  nowMs(): number
  words(): Words
  log(what: string): void
  /** The page is there again; it is told what happened. */
  tell(problem: Problem): void
}

/**
 * A crashed page is loaded again; the run goes on in the engine all the while. One that crashes over
 * and over is loaded when the user says so.
 */
export function reloadAfterCrash(window: BrowserWindow, parts: ReloadParts): void {
  const { webContents } = window
  let deathsMs: number[] = []
  const reload = (): void => {
    if (window.isDestroyed()) return
    webContents.once('did-finish-load', () => parts.tell(windowLost))
    webContents.reload()
  }
  webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    parts.log(`window gone: ${reason}, exit code ${exitCode}`)
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const nowMs = parts.nowMs()
    const sinceMs = nowMs - (deathsMs.at(-1) ?? -Infinity)
    deathsMs = [...deathsMs, nowMs].filter((one) => nowMs - one < WINDOW_MS)
    if (deathsMs.length >= MOST_DEATHS) {
      deathsMs = []
      return void askToReload(window, parts.words()).then((again) => again && reload())
    }
    // At once, or it would have to be waited for; not from within the event of its end.
    setTimeout(reload, sinceMs < PAUSE_MS ? PAUSE_MS : 0)
  })
}

async function askToReload(window: BrowserWindow, words: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Desynclab',
    message: words.windowFails,
    detail: words.windowFailsDetail,
    buttons: [words.loadAgain, words.quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response === 1) app.quit()
  return response === 0
}

const windowLost: Problem = {
  id: 'window-lost',
  severity: 'info',
  message: 'The window ended unexpectedly and was opened again.',
  kept: 'The run and its record: they went on without it.',
  tip: 'If it happens again, what the folder logs says of it helps to find out why.',
}
