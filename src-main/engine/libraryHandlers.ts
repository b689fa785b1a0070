import { basename, isAbsolute } from 'node:path'
import { ProblemError } from '@contract'
import { bundleSeries, openBundle, readBundle } from '../report'
import type { RunController } from '../run/controller'
import {
  importRun,
  noteRun,
  purgeRuns,
  readRun,
  renameRun,
  replayedRun,
  resumptionOf,
  storedHistory,
  tagRun,
  trashRuns,
  type RunKeeper,
  type RunStore,
} from '../run/store'
import { createMachine } from './machines'
import type { EngineReply, EngineRequest } from './protocol'

type LibraryCommand =
  | 'library'
  | 'libraryRename'
  | 'libraryNote'
  | 'libraryTag'
  | 'libraryTrash'
  | 'libraryRestore'
  | 'libraryPurge'
  | 'libraryOpen'
  | 'libraryRun'
  | 'libraryHistory'
  | 'libraryImport'
  | 'replay'
  | 'seek'
  | 'storeUse'

type LibraryHandlers = {
  [K in LibraryCommand]: (request: EngineRequest<K>) => Promise<EngineReply<K>>
}

/** The commands that look at stored runs and tidy them. */
export function libraryHandlers(controller: RunController, keeper: RunKeeper): LibraryHandlers {
  const store = (): RunStore => {
    if (keeper.open === null) throw new ProblemError(noStore)
    return keeper.open
  }
  return {
    async library(filter) {
      const { directory } = store()
      return { directory, entries: store().list(filter) }
    },
    libraryRename: async ({ id, name }) => void renameRun(store().database, id, name),
    libraryNote: async ({ id, note }) => void noteRun(store().database, id, note),
    libraryTag: async ({ id, tags }) => void tagRun(store().database, id, tags),
    async libraryTrash({ ids }) {
      if (ids.some((id) => keeper.isRecording(id))) throw new ProblemError(present)
      return void trashRuns(store().database, ids, new Date().toISOString())
    },
    libraryRestore: async ({ ids }) => void trashRuns(store().database, ids, null),
    libraryPurge: async ({ ids }) => void purgeRuns(store().database, ids),
    async libraryRun({ id }) {
      const { config, startedAt, versions } = readRun(store().database, id)
      return { id, config, startedAt, versions }
    },
    libraryHistory: async ({ id, series, fromStep, toStep, buckets }) =>
      storedHistory(store().database, id, series, fromStep, toStep, buckets),
    async libraryImport(request) {
      const from = 'path' in request ? request.path : request.name
      const bundle =
        'path' in request
          ? await readBundle(request.path)
          : await openBundle(request.content, request.name)
      const foreign = { run: bundle.run, series: bundleSeries(bundle), from: basename(from) }
      return importRun(store().database, foreign, createMachine)
    },
    replay: ({ id }) => controller.replay(replayedRun(store().database, id, createMachine)),
    seek: async ({ step }) => void (await controller.seek(step)),
    async libraryOpen({ id }) {
      const checkpoint = await resumptionOf(store().database, id, createMachine)
      const { state } = checkpoint
      return controller.resume(checkpoint, state === 'finished' ? state : 'paused', [])
    },
    async storeUse({ directory }) {
      if (!isAbsolute(directory)) throw new ProblemError(notAbsolute)
      return void keeper.use(directory)
    },
  }
}

export const noStore = {
  id: 'no-store',
  severity: 'error' as const,
  message: 'The run store is not open.',
  tip: 'Choose another folder for the runs.',
}

const present = {
  id: 'run-present',
  severity: 'error' as const,
  message: 'The present run cannot be deleted.',
  kept: 'It goes on as it is.',
  tip: 'Choose a preset or open another run first.',
}

const notAbsolute = {
  id: 'store-not-absolute',
  severity: 'error' as const,
  message: 'The folder of the runs must be given with its whole path.',
  kept: 'Runs are recorded where they were before.',
}
