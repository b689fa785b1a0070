export { runsOfBoard } from './board-runs'
export { importRun, type ForeignRun } from './import'
export { RunKeeper, type KeeperParts } from './keeper'
export { findRun, noteRun, purgeRuns, renameRun, tagRun, trashRuns } from './library'
export type { CreateMachine } from './machine-at'
export { storeDirectory } from './place'
export {
  frameAt,
  readFrames,
  readRun,
  readSamples,
  type Samples,
  type StoredFrame,
  type StoredRun,
} from './read'
export { recordOf } from './record-of'
export { replayedRun } from './replayed'
export { resumptionOf } from './resumption'
export { stateAt, type StateAt } from './state-at'
export { RunStore } from './store'
export { storedHistory } from './stored-history'
export { storedView, type StoredView } from './view'
