import { app, dialog, type BrowserWindow } from 'electron'
import type { Words } from './words'

const KEEP = 0
const STOP = 1
const CANCEL = 2

/** What goes on: a run, a sweep or a study, or both; null: nothing. */
export type GoingOn = 'run' | 'sweep' | 'both' | null

/** Asks before a window closes over something that goes on. */
export function askBeforeClosing(
  window: BrowserWindow,
  goingOn: () => GoingOn,
  words: () => Words,
): void {
  let asking = false
  let stopped = false
  const ask = async (what: Exclude<GoingOn, null>): Promise<void> => {
    const said = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Desynclab',
      message: said.closing[what],
      detail: said.closingDetail[what],
      buttons: [said.keepRunning, what === 'run' ? said.stopAndQuit : said.quitForNow, said.cancel],
      defaultId: KEEP,
      cancelId: CANCEL,
      noLink: true,
    })
    if (response === KEEP) window.hide()
    if (response === STOP) {
      stopped = true
      app.quit()
    }
  }
  window.on('close', (event) => {
    const what = goingOn()
    if (stopped || what === null) return
    event.preventDefault()
    if (asking) return
    asking = true
    void ask(what).finally(() => {
      asking = false
    })
  })
}

/** Brings a hidden or minimised window back. */
export function showAgain(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
