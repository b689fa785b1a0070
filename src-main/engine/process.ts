import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { MessagePortMain } from 'electron'
import { ProblemError, type LabEvent } from '@contract'
import { BoardConnection } from '../board'
import { reportPage, writeReport } from '../report'
import { RunController } from '../run/controller'
import { RunKeeper, storeDirectory as storePlace } from '../run/store'
import { realTime } from '../run/time'
import { Sweeps, threadPool } from '../sweep'
import sweepWorker from '../sweep/worker?modulePath'
import { engineHandlers } from './handlers'
import { noStore } from './libraryHandlers'
import { createMachine } from './machines'
import { EngineServer, type FramePort } from './serve'
import type { FromEngine } from './protocol'

// The engine's process: composes the rooms that compute and connects them to the main process.
const line = { post: (message: FromEngine) => process.parentPort.postMessage(message) }
const board = new BoardConnection()
board.onState((state) => line.post({ kind: 'event', event: { kind: 'board', board: state } }))
const [, , version = 'unknown', storeDirectory = storePlace()] = process.argv
const versions = {
  desynclab: version,
  node: process.versions.node,
  electron: process.versions.electron ?? null,
  platform: `${process.platform}-${process.arch}`,
}
const emit = (event: LabEvent) => line.post({ kind: 'event', event })
const keeper = new RunKeeper({
  versions,
  program: 'the Desynclab window',
  emit,
  pause: () => void controller.pause(),
})
const controller = new RunController({
  createMachine: (kind) => createMachine(kind, board),
  newRun: randomUUID,
  time: realTime,
  versions,
  emit(event) {
    keeper.hear(event)
    emit(event)
  },
  record: (run) => keeper.begin(run),
  keep(checkpoint) {
    if (controller.isReplay(checkpoint.run)) return
    // First onto the disk: the main process never knows of more than the store holds.
    keeper.keep(checkpoint)
    line.post({ kind: 'checkpoint', checkpoint })
  },
})
keeper.start(storeDirectory)
const reports = { page: reportPage, write: writeReport }
const sweeps = new Sweeps({
  directory() {
    if (keeper.open === null) throw new ProblemError(noStore)
    return join(keeper.open.directory, 'sweeps')
  },
  makePool: (sweep) => threadPool(sweepWorker, sweep),
  emit,
  nowMs: () => performance.now(),
  later: (ms, call) => void setTimeout(call, ms),
  owner: process.ppid,
})
const handlers = engineHandlers(controller, reports, board, keeper, sweeps)
const server = new EngineServer(controller, handlers, line, (state) => board.recall(state))

process.parentPort.on('message', ({ data, ports }) => {
  void server.receive(data, ports.length > 0 ? framePort(ports[0]) : null)
})
line.post({ kind: 'ready' })
if (keeper.open !== null) sweeps.takeUp()
// The app quits: what goes on is kept as it stands, and is not interrupted but paused.
process.on('SIGTERM', () => {
  sweeps.close()
  void controller.close().finally(() => {
    keeper.end()
    process.exit(0)
  })
})

function framePort(port: MessagePortMain): FramePort {
  port.start()
  return {
    postMessage: (frame) => port.postMessage(frame),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
