import { BrowserWindow, nativeTheme, screen } from 'electron'
import { fitting, readPlacement, smallest, writePlacement } from './placement'

/** Background before the first paint, as in the window's own theme: no flash. */
const BACKGROUND = { light: '#ffffff', dark: '#15181c' }
/** A window that is dragged moves at every pixel; it is written down once it rests. */
const REST_MS = 400

export interface WindowParts {
  preload: string
  /** File that remembers where the window stood. */
  placement: string
  log(what: string): void
}

/** The one window of the app; hidden until its first paint. */
export function createWindow({ preload, placement, log }: WindowParts): BrowserWindow {
  const before = readPlacement(placement, log)
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const bounds = before === null ? null : fitting(before.bounds, areas)
  const window = new BrowserWindow({
    ...(bounds ?? { width: 1280, height: 800 }),
    minWidth: smallest.width,
    minHeight: smallest.height,
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
  if (before?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  // The title is the app's; a page does not change it.
  window.on('page-title-updated', (event) => event.preventDefault())
  remember(window, placement, log)
  return window
}

/** Writes down where the window stands, once it rests and when it closes. */
function remember(window: BrowserWindow, file: string, log: WindowParts['log']): void {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    const bounds = window.getNormalBounds()
    writePlacement(file, { bounds, maximized: window.isMaximized() }, log)
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(write, REST_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', write)
  window.on('closed', () => clearTimeout(timer))
}
