import {
  ipcMain,
  MessageChannelMain,
  type BrowserWindow,
  type MessagePortMain,
  type WebFrameMain,
} from 'electron'
import {
  appCommands,
  channels,
  toProblem,
  type AppCommand,
  type LabEvent,
  type Outcome,
} from '@contract'
import { badRequest, isEngineCommand, unknownCommand, type EngineLink } from '../engine/link'
import type { AppHandlers } from './handlers'
import { WRITES_WHERE_TOLD } from './refusedToPages'

export interface IpcParts {
  link: EngineLink<MessagePortMain>
  handlers: AppHandlers
  window(): BrowserWindow | null
  isOwnFrame(frame: WebFrameMain | null): boolean
  log(what: string): void
}

/** Takes the window's commands to the engine or to the app; refuses every other sender. */
export function serveWindow(parts: IpcParts): void {
  ipcMain.handle(channels.command, async (event, name: unknown, request: unknown) => {
    if (!parts.isOwnFrame(event.senderFrame)) return { ok: false, problem: stranger }
    if (typeof name !== 'string') return { ok: false, problem: unknownCommand(typeof name) }
    if (WRITES_WHERE_TOLD.has(name)) return { ok: false, problem: notChosen }
    if (isEngineCommand(name)) return parts.link.send(name, request)
    return answerApp(parts.handlers, name, request)
  })
  ipcMain.on(channels.openFrames, (event) => {
    if (parts.isOwnFrame(event.senderFrame)) openFrames(parts)
    else parts.log('refused frames to a strange sender')
  })
}

/** Joins engine and window by a fresh channel; the main process sees no frame. */
export function openFrames({ link, window }: Pick<IpcParts, 'link' | 'window'>): void {
  const contents = window()?.webContents
  if (contents === undefined) return
  const { port1, port2 } = new MessageChannelMain()
  link.sendFramesTo(port1)
  contents.postMessage(channels.frames, null, [port2])
}

export function sendEvent(window: BrowserWindow | null, event: LabEvent): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(channels.event, event)
}

async function answerApp(
  handlers: AppHandlers,
  name: string,
  request: unknown,
): Promise<Outcome<unknown>> {
  if (!isAppCommand(name)) return { ok: false, problem: unknownCommand(name) }
  const schemas = appCommands[name]
  const asked = schemas.request.safeParse(request)
  if (!asked.success) {
    const issue = asked.error.issues[0]
    return { ok: false, problem: badRequest(name, issue.path.map(String), issue.message) }
  }
  try {
    const handle = handlers[name] as (request: unknown) => Promise<unknown>
    return { ok: true, value: schemas.reply.parse(await handle(asked.data)) }
  } catch (thrown) {
    return { ok: false, problem: toProblem(thrown, `${name}-failed`) }
  }
}

function isAppCommand(name: string): name is AppCommand {
  return Object.hasOwn(appCommands, name)
}

const notChosen = {
  id: 'folder-not-chosen',
  severity: 'error' as const,
  message: 'Files are written only into a folder that was chosen in a dialog.',
  kept: 'Nothing was written.',
  tip: 'Choose Export report, or the folder of the runs.',
}

const stranger = {
  id: 'strange-sender',
  severity: 'error' as const,
  message: 'A page that is not the app sent a command.',
  kept: 'Nothing was changed.',
}
