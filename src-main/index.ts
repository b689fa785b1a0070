import { join } from 'node:path'
import { app } from 'electron'
import { outliveGraphics } from './app/crash'
import { refusalHere } from './app/debugging'
import { listenForFiles } from './app/given'
import { errorText } from './app/log'
import { doPrintJob, printJob } from './app/printOnly'
import { stayOffline } from './app/offline'
import { registerAppScheme } from './app/scheme'
import { startApp } from './app/start'

// The desktop app: one instance, its own scheme, and the rest once Electron is ready.
registerAppScheme()
stayOffline()
outliveGraphics()
const given = listenForFiles()

const refused = refusalHere()
const job = printJob()
if (refused !== null) {
  process.stderr.write(`Desynclab: ${refused}\n`)
  app.exit(1)
} else if (job !== null) {
  app
    .whenReady()
    .then(() => doPrintJob(job), giveUp)
    .catch(giveUp)
} else if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start, giveUp).catch(giveUp)
} else {
  app.quit()
}

function start(): void {
  startApp({
    renderer: join(import.meta.dirname, '../renderer'),
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    engine: join(import.meta.dirname, 'engine.js'),
    given,
  })
}

/** Without a window nobody would see that the app is there. */
function giveUp(thrown: unknown): void {
  process.stderr.write(`Desynclab could not start: ${errorText(thrown)}\n`)
  app.exit(1)
}
