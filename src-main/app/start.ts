import { join } from 'node:path'
import { app, session, type BrowserWindow } from 'electron'
import { preferredLanguage, type LabEvent } from '@contract'
import { chooseStore, EngineLink, forkEngine, storeOf } from '../engine/link'
import { APP_ORIGIN } from './asset'
import { stayAwake } from './awake'
import { askBeforeClosing, showAgain } from './closing'
import { logUncaught, reloadAfterCrash } from './crash'
import type { GivenFiles } from './given'
import { Activity } from './goingOn'
import { appHandlers } from './handlers'
import { openFrames, sendEvent, serveWindow } from './ipc'
import { openLog } from './log'
import { setMenu } from './menu'
import { noSpelling } from './offline'
import { serveApp } from './scheme'
import { guardEverything, guardSession } from './security'
import { isOwnFrame } from './sender'
import { createWindow } from './window'
import { words } from './words'

export interface AppPaths {
  /** Folder of the built window. */
  renderer: string
  preload: string
  engine: string
  /** Files from outside. */
  given: GivenFiles
}

/** Composes the app once Electron is ready: engine, window, and everything between them. */
export function startApp(paths: AppPaths): void {
  const developmentUrl = (!app.isPackaged && process.env['ELECTRON_RENDERER_URL']) || null
  const log = openLog(join(app.getPath('userData'), 'logs'), () => new Date())
  let store = storeOf(app.getPath('userData'))
  const awake = stayAwake()
  const activity = new Activity()
  let window: BrowserWindow | null = null
  // The system's, until the window tells which one its user chose.
  let language = preferredLanguage([app.getLocale()])

  const emit = (event: LabEvent): void => {
    if (event.kind === 'problem') log(`problem ${event.problem.id}: ${event.problem.message}`)
    if (event.kind === 'engine') log(`engine ${event.state}`)
    if (event.kind === 'state') {
      // A run that ended in the background has something to show.
      if (event.state === 'finished' || event.state === 'failed') showHidden(window)
    }
    if (activity.hear(event)) showHidden(window)
    if (['state', 'sweep', 'study'].includes(event.kind))
      awake(activity.goingOn(link.runState) !== null)
    sendEvent(window, event)
  }
  const link = new EngineLink({
    fork: () => forkEngine(paths.engine, app.getVersion(), store, (text) => log(`engine: ${text}`)),
    nowMs: () => performance.now(),
    every(ms, call) {
      const timer = setInterval(call, ms)
      return () => clearInterval(timer)
    },
    emit,
    started: () => openFrames({ link, window: () => window }),
  })

  const showMenu = (): void =>
    setMenu({
      language,
      send: (action) => emit({ kind: 'menu', action }),
      development: !app.isPackaged,
    })
  const present = (): BrowserWindow => {
    if (window === null) throw new Error('There is no window to ask from.')
    return window
  }

  logUncaught(log)
  guardEverything(log)
  guardSession(session.defaultSession)
  noSpelling()
  serveApp(session.defaultSession, paths.renderer)
  serveWindow({
    link,
    window: () => window,
    isOwnFrame: (frame) => isOwnFrame(frame, developmentUrl),
    handlers: appHandlers({
      link,
      window: present,
      given: paths.given,
      words: () => words[language],
      speak(now) {
        language = now
        showMenu()
      },
      recordInto(directory) {
        // An engine that is started again goes on there, too.
        store = directory
        chooseStore(app.getPath('userData'), directory)
      },
    }),
    log,
  })
  showMenu()
  link.start()

  const open = (): void => {
    window = createWindow({
      preload: paths.preload,
      placement: join(app.getPath('userData'), 'window.json'),
      log,
    })
    askBeforeClosing(
      window,
      () => activity.goingOn(link.runState),
      () => words[language],
    )
    reloadAfterCrash(window, {
      nowMs: () => performance.now(),
      words: () => words[language],
      log,
      tell: (problem) => sendEvent(window, { kind: 'problem', problem }),
    })
    window.on('closed', () => {
      window = null
    })
    void window.loadURL(developmentUrl ?? `${APP_ORIGIN}/index.html`)
  }
  paths.given.onGiven = () => {
    if (window === null) open()
    else emit({ kind: 'file' })
  }
  app.on('second-instance', () => showAgain(window))
  app.on('activate', () => (window === null ? open() : showAgain(window)))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => link.close())
  open()
}

function showHidden(window: BrowserWindow | null): void {
  if (window !== null && !window.isVisible() && !window.isMinimized()) window.showInactive()
}
