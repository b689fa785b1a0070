import { powerSaveBlocker } from 'electron'

/** Keeps the computer from suspending while a run goes on; the display may sleep. */
export function stayAwake(): (running: boolean) => void {
  let blocker: number | null = null
  return (running) => {
    if (running && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
    if (!running && blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }
}
