import { z } from 'zod'
import { runConfigSchema } from './config'
import { problemSchema } from './problem'
import { studyFormSchema, studyNameSchema, studyResultSchema } from './study'
import { sweepStateSchema } from './sweepCommands'
import { sweepFigureSchema } from './sweepFigure'
import { sweepProgressSchema } from './sweepProgress'

const nothing = z.undefined()
/** A study in one of its forms: the laboratory keeps one of each. */
const id = z.string().regex(/^[a-z-]{1,40}$/)

/** A study of the laboratory, as it is now. */
export const studyStatusSchema = z.strictObject({
  id: z.string(),
  study: studyNameSchema,
  form: studyFormSchema,
  state: sweepStateSchema,
  /** Until the study has named all of its plans `total` is about how many runs there will be. */
  progress: sweepProgressSchema,
  /** Name of the plan whose runs are under way; empty: it measures or computes without runs. */
  plan: z.string(),
  /** What learns, in words. */
  machine: z.string(),
  folder: z.string(),
  startedAt: z.string(),
  /** Of a finished one. */
  verdict: studyResultSchema.shape.verdict.nullable(),
  problem: problemSchema.nullable(),
  /** It was at work when the program ended, or went down: nobody has stopped it. */
  interrupted: z.boolean(),
})

/** A run of a study that could not be done. */
const failureSchema = z.strictObject({
  run: z.string(),
  plan: z.string(),
  treatment: z.string(),
  seed: z.number(),
  problem: problemSchema,
})

/** Requests and replies of studies: they go on without a window. */
export const studyCommands = {
  /** Every study, with what is there of it. */
  list: {
    request: nothing,
    reply: z.strictObject({
      /** Runs that are done at a time. */
      lanes: z.number(),
      studies: z.array(
        z.strictObject({
          study: studyNameSchema,
          title: z.string(),
          question: z.string(),
          /** It is done on a board. */
          onBoard: z.boolean(),
          forms: z.array(
            z.strictObject({
              form: studyFormSchema,
              /** About so many, and about how long on this many cores, s. */
              runs: z.number(),
              seconds: z.number(),
              status: studyStatusSchema.nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  /** Begins a study, or goes on with it; one that is finished is moved aside and begun anew. */
  start: {
    request: z.strictObject({
      study: studyNameSchema,
      form: studyFormSchema.default('quick'),
      /** Of the study `speed`: time of a laboratory step, s; null: its default. */
      laboratoryStepS: z.number().gt(0).max(1000).nullable().default(null),
      /** Of the study `board`: the one that is connected, or a virtual one of its own. */
      board: z.enum(['connected', 'virtual']).default('connected'),
    }),
    reply: studyStatusSchema,
  },
  pause: { request: z.strictObject({ id }), reply: studyStatusSchema },
  goOn: { request: z.strictObject({ id }), reply: studyStatusSchema },
  /** Gives up the runs under way; results stay. */
  stop: { request: z.strictObject({ id }), reply: studyStatusSchema },
  /** What it came to, or what the plan under way shows so far; runs are named by their identity. */
  read: {
    request: z.strictObject({ id }),
    reply: z.strictObject({
      status: studyStatusSchema,
      result: studyResultSchema.nullable(),
      figures: z.array(sweepFigureSchema),
      /** At most a hundred. */
      failures: z.array(failureSchema),
    }),
  },
  /** The configuration of one run, with its end, to be run or opened by itself. */
  run: {
    request: z.strictObject({ id, run: z.string().min(1).max(200) }),
    reply: z.strictObject({ config: runConfigSchema }),
  },
  /** Takes its runs and its report out of the laboratory; the folder is moved aside. */
  trash: { request: z.strictObject({ id }), reply: z.strictObject({ movedTo: z.string() }) },
  /** The report of a finished one as a page, to be printed. */
  page: { request: z.strictObject({ id }), reply: z.strictObject({ page: z.string() }) },
  /** Writes the report with all that belongs to it into a new or empty folder. */
  report: {
    request: z.strictObject({
      id,
      directory: z.string().min(1).max(4096),
      /** The page as PDF, or why there is none. */
      pdf: z.union([z.instanceof(Uint8Array), z.string().max(2000)]),
    }),
    reply: z.strictObject({ directory: z.string(), files: z.array(z.string()) }),
  },
} as const

export type StudyStatus = z.infer<typeof studyStatusSchema>
export type StudyOffer = z.infer<typeof studyCommands.list.reply>['studies'][number]
export type StudyFailure = z.infer<typeof failureSchema>
