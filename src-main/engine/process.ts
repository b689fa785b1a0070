import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { MessagePortMain } from 'electron'
import { parcelsOf, ProblemError, type LabEvent } from '@contract'
import { BoardConnection } from '../board'
import { reportPage, writeReport } from '../report'
import { writeStudyBeside } from '../report/study'
import { RunController } from '../run/controller'
import { RunKeeper, storeDirectory as storePlace } from '../run/store'
import { realTime } from '../run/time'
import { coreCount, makeInThread, Studies, Sweeps, threadPool } from '../sweep'
import studyWorker from '../sweep/study/thread/worker?modulePath'
import sweepWorker from '../sweep/worker?modulePath'
import { engineHandlers } from './handlers'
import { noStore } from './libraryHandlers'
import { createMachine } from './machines'
import { EngineServer, type FramePort } from './serve'
import { studyBoard } from './studyBoard'
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
const placeOf = (what: string): string => {
  if (keeper.open === null) throw new ProblemError(noStore)
  return join(keeper.open.directory, what)
}
const sweeps: Sweeps = new Sweeps({
  directory: () => placeOf('sweeps'),
  makePool: (sweep) => threadPool(sweepWorker, sweep),
  emit,
  nowMs: () => performance.now(),
  later: (ms, call) => void setTimeout(call, ms),
  owner: process.ppid,
  elsewhere: () => studies.busy,
  freed: () => studies.wake(),
})
const studies: Studies = new Studies({
  directory: () => placeOf('studies'),
  lanes: coreCount(),
  simulation: {
    machine: 'simulation',
    makePool: (sweep) => threadPool(sweepWorker, sweep),
    close: async () => undefined,
  },
  board: (which) => studyBoard(which, board, () => controller.current()?.state === 'running'),
  make: (wanted, lab) => makeInThread(studyWorker, wanted, lab),
  async write(folder, performed) {
    const why = 'it is printed when the report is exported.'
    await writeStudyBeside(folder, performed, { content: null, why })
  },
  versions: { desynclab: version, node: versions.node, platform: versions.platform },
  emit,
  nowMs: () => Date.now(),
  later: (ms, call) => void setTimeout(call, ms),
  owner: process.ppid,
  elsewhere: () => sweeps.busy,
  freed: () => sweeps.wake(),
})
const handlers = engineHandlers(controller, reports, board, keeper, sweeps, studies)
const server = new EngineServer(controller, handlers, line, (state) => board.recall(state))

process.parentPort.on('message', ({ data, ports }) => {
  void server.receive(data, ports.length > 0 ? framePort(ports[0]) : null)
})
line.post({ kind: 'ready' })
if (keeper.open !== null) {
  sweeps.takeUp()
  studies.takeUp()
}
// The app quits: what goes on is kept as it stands, and is not interrupted but paused.
process.on('SIGTERM', () => {
  sweeps.close()
  studies.close()
  void controller.close().finally(() => {
    keeper.end()
    process.exit(0)
  })
})

function framePort(port: MessagePortMain): FramePort {
  port.start()
  return {
    postMessage(frame) {
      for (const parcel of parcelsOf(frame)) port.postMessage(parcel)
    },
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
