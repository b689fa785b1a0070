import { z } from 'zod'
import { runConfigSchema } from './config'
import { networkSchema } from './network'
import type { Problem } from './problem'
import { taskSchema } from './task'

/** A file of text that is opened is no larger, bytes: 100 000 adjustments take 10 MB. */
export const MOST_INPUT_BYTES = 50_000_000

/** As many classes as a task has targets. */
export const MOST_CLASSES = 64

/** What the file dialog offers, by the endings of names. */
export const inputEndings = {
  'Run, configuration or network': ['json', 'desynclab'],
  'Network or data set': ['csv', 'tsv'],
  Network: ['edges', 'graphml', 'xml', 'cir', 'net', 'sp', 'spice', 'ckt'],
  'Pictures (IDX)': ['gz', 'idx', 'idx3-ubyte', 'idx1-ubyte'],
  Bundle: ['zip'],
} as const

/** @param bytes size of the file */
export function inputTooLarge(name: string, bytes: number): Problem {
  const size = (bytes / 1e6).toFixed(0)
  return {
    id: 'file-too-large',
    severity: 'error',
    message: `${name} has ${size} MB; a file that is opened has ${MOST_INPUT_BYTES / 1e6} MB at most.`,
    kept: 'The present run is as it was.',
    tip: 'A bundle (.zip) may be larger.',
  }
}

/** A column of a data set, as it was found. */
export const tableColumnSchema = z.strictObject({
  name: z.string(),
  /** Of its numbers, with the lines of the file where they stand; null: some cell is no number. */
  range: z
    .strictObject({ low: z.number(), high: z.number(), lowLine: z.int(), highLine: z.int() })
    .nullable(),
  /** Its first cell that is no number. */
  stray: z.strictObject({ line: z.int(), text: z.string() }).nullable(),
  /** Its different cells in the order of the file: one more than there may be classes at most. */
  values: z.array(z.string()).max(MOST_CLASSES + 1),
})

export const tableSummarySchema = z.strictObject({
  columns: z.array(tableColumnSchema).min(1),
  rows: z.int().min(1),
  /** The first rows as they stand in the file. */
  first: z.array(z.array(z.string())),
})

const scaled = z.strictObject({ column: z.string(), low: z.number(), high: z.number() })

/** What the columns of a data set are for, and how they become voltages. */
export const tableChoiceSchema = z.strictObject({
  inputs: z.array(scaled),
  targets: z.array(scaled),
  /** A column whose values become targets of their own: high for the row's value, else low. */
  classes: z.string().nullable(),
  lowV: z.number(),
  highV: z.number(),
  targetLowV: z.number(),
  targetHighV: z.number(),
  /** null: all rows train. */
  trainExamples: z.int().min(1).nullable(),
})

const file = { name: z.string().max(500), text: z.string().max(MOST_INPUT_BYTES) }

/** Files that bring a run, a network or a data set, read by the engine. */
export const inputCommands = {
  readInput: {
    /** as: what a CSV file is, where the reader's own guess is wrong. */
    request: z.strictObject({ ...file, as: z.enum(['network', 'table']).optional() }),
    reply: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('config'), config: runConfigSchema }),
      z.strictObject({
        kind: z.literal('network'),
        title: z.string(),
        /** A given one, its roles spread. */
        network: networkSchema,
        /** So many nodes are held in the file, which a task does itself. */
        held: z.int(),
      }),
      z.strictObject({ kind: z.literal('table'), table: tableSummarySchema }),
    ]),
  },
  /** The task of chosen columns, with their numbers in it. */
  tableTask: {
    request: z.strictObject({ ...file, choice: tableChoiceSchema }),
    reply: taskSchema,
  },
} as const

export type TableColumn = z.infer<typeof tableColumnSchema>
export type TableSummary = z.infer<typeof tableSummarySchema>
export type TableChoice = z.infer<typeof tableChoiceSchema>
