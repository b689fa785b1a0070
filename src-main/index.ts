import { join } from 'node:path'
import { app } from 'electron'
import { registerAppScheme } from './app/scheme'
import { startApp } from './app/start'

// The desktop app: one instance, its own scheme, and the rest once Electron is ready.
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => {
    startApp({
      renderer: join(import.meta.dirname, '../renderer'),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      engine: join(import.meta.dirname, 'engine.js'),
    })
  })
} else {
  app.quit()
}
