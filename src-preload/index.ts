import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Frame, Lab, LabEvent, Outcome } from '@contract'
import { isFrame, isParcel, lostBridge } from './bridge'
import { channels } from './contract/channels'
import { Parcels } from './contract/parcels'

type Port = Electron.IpcRendererEvent['ports'][number]

// The only way from the window to the rest: five functions, no more.
let port: Port | null = null
let showFrame: ((frame: Frame) => void) | null = null

ipcRenderer.on(channels.frames, ({ ports }) => {
  port?.close()
  port = ports[0]
  const parcels = new Parcels()
  port.onmessage = ({ data }: { data: unknown }) => {
    const frame = isParcel(data) ? parcels.take(data) : null
    if (isFrame(frame)) showFrame?.(frame)
  }
})

const lab: Lab = {
  async send(name, request) {
    try {
      return await ipcRenderer.invoke(channels.command, name, request)
    } catch (thrown) {
      return lostBridge(thrown) satisfies Outcome<never>
    }
  },
  onEvent(listener) {
    const hear = (_: unknown, event: LabEvent): void => listener(event)
    ipcRenderer.on(channels.event, hear)
    return () => void ipcRenderer.off(channels.event, hear)
  },
  onFrame(listener) {
    showFrame = listener
    // A fresh port each time: nothing that was sent before is still waited for.
    ipcRenderer.send(channels.openFrames)
    return () => {
      if (showFrame !== listener) return
      showFrame = null
      port?.close()
      port = null
    }
  },
  acknowledge(sequence) {
    port?.postMessage(sequence)
  },
  pathOf: (file) => webUtils.getPathForFile(file),
}

contextBridge.exposeInMainWorld('lab', lab)
