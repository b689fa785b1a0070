import { randomUUID } from 'node:crypto'
import type { MessagePortMain } from 'electron'
import { BoardConnection } from '../board'
import { reportPage, writeReport } from '../report'
import { RunController } from '../run/controller'
import { realTime } from '../run/time'
import { engineHandlers } from './handlers'
import { createMachine } from './machines'
import { EngineServer, type FramePort } from './serve'
import type { FromEngine } from './protocol'

// The engine's process: composes the rooms that compute and connects them to the main process.
const line = { post: (message: FromEngine) => process.parentPort.postMessage(message) }
const board = new BoardConnection()
board.onState((state) => line.post({ kind: 'event', event: { kind: 'board', board: state } }))
const controller = new RunController({
  createMachine: (kind) => createMachine(kind, board),
  newRun: randomUUID,
  time: realTime,
  versions: {
    desynclab: process.argv[2] ?? 'unknown',
    node: process.versions.node,
    electron: process.versions.electron ?? null,
    platform: `${process.platform}-${process.arch}`,
  },
  emit: (event) => line.post({ kind: 'event', event }),
  keep: (checkpoint) => line.post({ kind: 'checkpoint', checkpoint }),
})
const handlers = engineHandlers(controller, { page: reportPage, write: writeReport }, board)
const server = new EngineServer(controller, handlers, line)

process.parentPort.on('message', ({ data, ports }) => {
  void server.receive(data, ports.length > 0 ? framePort(ports[0]) : null)
})
line.post({ kind: 'ready' })

function framePort(port: MessagePortMain): FramePort {
  port.start()
  return {
    postMessage: (frame) => port.postMessage(frame),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
