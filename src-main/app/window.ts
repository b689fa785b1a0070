import { BrowserWindow, nativeTheme } from 'electron'

/** Background before the first paint, as in the window's own theme: no flash. */
const BACKGROUND = { light: '#ffffff', dark: '#15181c' }

/** The one window of the app; hidden until its first paint. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Desynclab',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  // The title is the app's; a page does not change it.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}
