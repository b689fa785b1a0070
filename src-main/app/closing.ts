import { app, dialog, type BrowserWindow } from 'electron'
import type { Words } from './words'

const KEEP = 0
const STOP = 1
const CANCEL = 2

/** Asks before a window closes over a run that goes on. */
export function askBeforeClosing(
  window: BrowserWindow,
  isRunning: () => boolean,
  words: () => Words,
): void {
  let asking = false
  let stopped = false
  const ask = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Desynclab',
      message: words().closing,
      detail: words().closingDetail,
      buttons: [words().keepRunning, words().stopAndQuit, words().cancel],
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
    if (stopped || !isRunning()) return
    event.preventDefault()
    if (asking) return
    asking = true
    void ask().finally(() => {
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
