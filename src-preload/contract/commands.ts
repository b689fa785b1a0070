import { z } from 'zod'
import { changeSchema } from './adjustment'
import {
  boardLogEntrySchema,
  boardStateSchema,
  boardTargetSchema,
  gapSchema,
  portSchema,
} from './board'
import { runConfigSchema } from './config'
import { descriptionSchema } from './description'
import { runStateSchema } from './events'
import { bucketSchema, historySeriesSchema } from './frame'
import { inputCommands, MOST_INPUT_BYTES } from './inputs'
import { languageSchema } from './language'
import { libraryCommands } from './library'
import { givenPicturesSchema, pictureCommands } from './pictures'
import { problemSchema } from './problem'
import { runFileSchema } from './record'
import { studyCommands } from './studyCommands'
import { spinCommands } from './spins'
import { sweepCommands } from './sweepCommands'
import { watchingCommands } from './watching'

const nothing = z.undefined()
const column = z.instanceof(Float64Array)

/** A stretch of a series' history, one bucket per row; columns of equal length. */
export const historySchema = z.strictObject({
  run: z.string(),
  series: historySeriesSchema,
  firstStep: column,
  lastStep: column,
  /** Expected updates per edge at lastStep. */
  expectedUpdates: column,
  /** Time spent learning up to lastStep, ms; between two frames it is interpolated. */
  runTimeMs: column,
  min: column,
  max: column,
  mean: column,
  /** The whole range of the run so far. */
  range: bucketSchema.pick({ firstStep: true, lastStep: true }),
})

/** Every series that a run has, and the whole of one. */
const MOST_STRETCHES = 100

const historyRequest = z.strictObject({
  series: historySeriesSchema,
  fromStep: z.number().min(0),
  /** null: to the newest. */
  toStep: z.number().min(0).nullable(),
  /** At most so many rows; two per pixel column are enough, and 70,000 are all there are. */
  buckets: z.int().min(1).max(70_000),
})

/** What the engine does when asked: one row per command, request and reply. */
export const engineCommands = {
  /** Builds a machine for the configuration; the former run is closed. */
  configure: { request: z.strictObject({ config: runConfigSchema }), reply: descriptionSchema },
  /** The run of the moment, for a window that opens or comes back; null: no machine yet. */
  present: {
    request: nothing,
    reply: z
      .strictObject({
        /** With every adjustment made so far. */
        config: runConfigSchema,
        /** The first so many adjustments of `config` were made, the others are planned. */
        adjustmentsMade: z.int(),
        state: runStateSchema,
        description: descriptionSchema,
        /** What the run met so far. */
        problems: z.array(problemSchema),
        /** Of a board run. */
        gaps: z.array(gapSchema),
        /** A twin runs beside the board. */
        twin: z.boolean(),
        /** Of a replay: the recorded run, and how far it went in which time. */
        replay: z
          .strictObject({ of: z.string(), steps: z.number(), runTimeMs: z.number() })
          .nullable(),
      })
      .nullable(),
  },
  start: { request: nothing, reply: nothing },
  pause: { request: nothing, reply: nothing },
  /** Pauses, then does so many steps. */
  step: { request: z.strictObject({ count: z.int().min(1).max(1_000_000) }), reply: nothing },
  /** The same configuration from step 0. */
  reset: { request: nothing, reply: descriptionSchema },
  adjust: { request: z.strictObject({ change: changeSchema }), reply: nothing },
  pace: {
    request: z.strictObject({ stepsPerSecond: z.number().min(0.1).max(1e9).nullable() }),
    reply: nothing,
  },
  history: { request: historyRequest, reply: historySchema },
  /** Several stretches by one question: what is in view of every chart. */
  histories: {
    request: z.strictObject({ parts: z.array(historyRequest).min(1).max(MOST_STRETCHES) }),
    reply: z.array(historySchema),
  },
  /** Ports that the computer lists; problem: why they cannot be listed, or why one may be missing. */
  boardPorts: {
    request: nothing,
    reply: z.strictObject({ ports: z.array(portSchema), problem: problemSchema.nullable() }),
  },
  board: { request: nothing, reply: boardStateSchema },
  /** Opens the target and asks who is there; a former board is let go of. Ends once it is known. */
  boardConnect: { request: z.strictObject({ target: boardTargetSchema }), reply: boardStateSchema },
  /** Lets go of the board; a run on it goes on without this program unless it was paused. */
  boardDisconnect: { request: nothing, reply: boardStateSchema },
  /** Gives the port free for another program, and remembers the device. */
  boardRelease: { request: nothing, reply: boardStateSchema },
  /** Takes a released device back and picks up what it does. */
  boardTake: { request: nothing, reply: boardStateSchema },
  /** One message of the console; the answers, one per query, or a problem. */
  boardSend: {
    request: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
    reply: z.strictObject({ answers: z.array(z.string()) }),
  },
  /** What went over the line after an entry, oldest first; the log is bounded. */
  boardLog: {
    request: z.strictObject({ after: z.number().min(-1) }),
    reply: z.strictObject({ entries: z.array(boardLogEntrySchema) }),
  },
  /** Headers of the board's own command tree, for completion. */
  boardHeaders: { request: nothing, reply: z.array(z.string()) },
  /** Picks up the run that the connected board is learning, or has learned, for this program. */
  boardPickUp: { request: nothing, reply: descriptionSchema },
  /** Runs the simulated machine beside the board, or ends it; from step 0 on with the same seed. */
  twin: { request: z.strictObject({ on: z.boolean() }), reply: nothing },
  ...watchingCommands,
  ...spinCommands,
  ...inputCommands,
  ...pictureCommands,
  library: libraryCommands.list,
  libraryRename: libraryCommands.rename,
  libraryNote: libraryCommands.note,
  libraryTag: libraryCommands.tag,
  libraryTrash: libraryCommands.trash,
  libraryRestore: libraryCommands.restore,
  libraryPurge: libraryCommands.purge,
  libraryRun: libraryCommands.run,
  libraryHistory: {
    request: historyRequest.extend({ id: z.string().min(1) }),
    reply: historySchema,
  },
  libraryImport: libraryCommands.import,
  sweepEstimate: sweepCommands.estimate,
  sweepStart: sweepCommands.start,
  sweeps: sweepCommands.list,
  sweepPause: sweepCommands.pause,
  sweepGoOn: sweepCommands.goOn,
  sweepStop: sweepCommands.stop,
  sweepRead: sweepCommands.read,
  sweepRows: sweepCommands.rows,
  sweepFigures: sweepCommands.figures,
  sweepFailures: sweepCommands.failures,
  sweepRun: sweepCommands.run,
  sweepTable: sweepCommands.table,
  sweepTrash: sweepCommands.trash,
  studies: studyCommands.list,
  studyStart: studyCommands.start,
  studyPause: studyCommands.pause,
  studyGoOn: studyCommands.goOn,
  studyStop: studyCommands.stop,
  studyRead: studyCommands.read,
  studyRun: studyCommands.run,
  studyTrash: studyCommands.trash,
  studyPage: studyCommands.page,
  studyReport: studyCommands.report,
  /** Makes the replay of a stored run the present one, at its last step. */
  replay: { request: z.strictObject({ id: z.string().min(1) }), reply: descriptionSchema },
  /** Puts the replay to another step; one beyond the end means the end. */
  seek: { request: z.strictObject({ step: z.int().min(0) }), reply: nothing },
  /** Makes a stored run the present one, paused at its newest checkpoint. */
  libraryOpen: { request: z.strictObject({ id: z.string().min(1) }), reply: descriptionSchema },
  /** Records into another folder from now on, with all that was recorded of the present run. */
  storeUse: { request: z.strictObject({ directory: z.string().min(1).max(4096) }), reply: nothing },
  /** The run so far as a record that can be run again. */
  record: { request: nothing, reply: runFileSchema },
  /** The report's page of this moment, to be printed; the view is kept for the `report` that follows. */
  reportPage: {
    /** A stored run instead of the present one. */
    request: z.strictObject({ id: z.string().min(1).optional() }).default({}),
    reply: z.strictObject({ view: z.int(), page: z.string() }),
  },
  /** Writes the bundle into a new or empty folder, or as a new `.zip`; the reply names what is in it. */
  report: {
    request: z.strictObject({
      /** A stored run instead of the present one. */
      id: z.string().min(1).optional(),
      directory: z.string().min(1).max(4096),
      /** Of `reportPage`: the same moment; left out: now. */
      view: z.int().optional(),
      /** The page as PDF, or why there is none. */
      pdf: z
        .union([z.instanceof(Uint8Array), z.string().max(2000)])
        .default('it was not asked for.'),
    }),
    reply: z.strictObject({ directory: z.string(), files: z.array(z.string()) }),
  },
} as const

export type EngineCommands = typeof engineCommands
export type EngineCommand = keyof EngineCommands

/** What a file brings. */
const openedSchema = z.discriminatedUnion('kind', [
  /** To be read by `readInput`. */
  z.strictObject({
    kind: z.literal('input'),
    name: z.string(),
    text: z.string().max(MOST_INPUT_BYTES),
  }),
  /** To be read by `readPictures`. */
  z.strictObject({ kind: z.literal('pictures'), files: givenPicturesSchema }),
  z.strictObject({ kind: z.literal('bundle'), imported: libraryCommands.import.reply }),
])

/** A package that the app is made of. */
export const licenceSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** SPDX expression, as the package states it. */
  licence: z.string(),
  /** Of its licence file; empty where it brings none. */
  text: z.string(),
})

/** What the main process does itself. */
export const appCommands = {
  /** Asks for a folder, then has the engine write the report there; null: the user cancelled. */
  exportReport: {
    request: z
      .strictObject({
        /** A stored run instead of the present one. */
        run: z.strictObject({ id: z.string().min(1), name: z.string() }).optional(),
        /** A finished study instead of a run. */
        study: z.string().max(40).optional(),
      })
      .default({}),
    reply: engineCommands.report.reply.nullable(),
  },
  /** Opens the report of a finished study, as it lies beside its runs, in the system's browser. */
  openStudy: { request: z.strictObject({ id: z.string().max(40) }), reply: nothing },
  /** Opens the folder of the last export in the file manager. */
  showExport: { request: nothing, reply: nothing },
  /** Asks for a file of any kind that can be opened; null: the user cancelled. */
  openFile: { request: nothing, reply: openedSchema.nullable() },
  /** The next file that the app was started with, or given from outside since; null: there is none. */
  takeFile: { request: nothing, reply: openedSchema.nullable() },
  /** Asks for the folder that runs are recorded into from now on; null: the user cancelled. */
  chooseStore: { request: nothing, reply: z.string().nullable() },
  /** Asks where to save a chart or a table; false: the user cancelled. */
  saveFile: {
    request: z.strictObject({
      name: z.string().min(1).max(200),
      content: z.union([z.string().max(50_000_000), z.instanceof(Uint8Array)]),
    }),
    reply: z.boolean(),
  },
  /** The window's language: the native menu and the dialogs follow it. */
  speak: { request: z.strictObject({ language: languageSchema }), reply: nothing },
  appInfo: {
    request: nothing,
    reply: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      platform: z.string(),
    }),
  },
  /** Everything that the app is made of, with its licence; Electron first. */
  licences: { request: nothing, reply: z.array(licenceSchema) },
} as const

export type AppCommands = typeof appCommands
export type AppCommand = keyof AppCommands

export const commands = { ...engineCommands, ...appCommands } as const
export type Commands = typeof commands
export type CommandName = keyof Commands
export type Request<K extends CommandName> = z.input<Commands[K]['request']>
export type Reply<K extends CommandName> = z.output<Commands[K]['reply']>

export type History = z.infer<typeof historySchema>
export type Licence = z.infer<typeof licenceSchema>
