import { z } from 'zod'
import { sweepPlanSchema } from './sweep'
import { sweepFigureSchema } from './sweepFigure'

const text = z.string().max(4000)

export const studyNameSchema = z.enum([
  'ideal-cost',
  'discrete',
  'mini-batch',
  'clocks',
  'damage',
  'speed',
  'board',
  'spins-local',
  'spins-distance',
  'spins-skips',
  'spins-desync',
])

/** quick: minutes on two cores; full: more seeds. */
export const studyFormSchema = z.enum(['quick', 'full'])

/** One measured number, and what it is held against. */
const criterion = z.strictObject({
  name: text,
  /** null: it has no finite value. */
  value: z.number().nullable(),
  /** In words, as in `at most 1.10`; null: shown, not judged. */
  needed: text.nullable(),
  /** null: not judged. */
  holds: z.boolean().nullable(),
})

const table = z.strictObject({
  title: text,
  columns: z.array(text),
  /** Numbers are written with three digits. */
  rows: z.array(z.array(z.union([text, z.number().nullable()]))),
  note: text,
})

/** A study that was made: everything that its report says. */
export const studyResultSchema = z.strictObject({
  format: z.literal('desynclab-study-1'),
  study: studyNameSchema,
  title: text,
  question: text,
  form: studyFormSchema,
  /** What learned: the simulation, or a board by what it says it is. */
  machine: text,
  /** holds: null where there is nothing to decide; the sentence is made of the numbers. */
  verdict: z.strictObject({ holds: z.boolean().nullable(), sentence: text }),
  criteria: z.array(criterion),
  tables: z.array(table),
  figures: z.array(sweepFigureSchema),
  /** How it was measured and what was chosen, in sentences. */
  method: z.array(text),
  /** What could not be done, in sentences. */
  gaps: z.array(text),
  /** Every run of it, to be made again. */
  plans: z.array(sweepPlanSchema),
  runs: z.number(),
  failed: z.number(),
  /** The command that makes it again. */
  again: text,
  startedAt: text,
  tookMs: z.number(),
  versions: z.strictObject({ desynclab: text, node: text, platform: text }),
})

export type StudyName = z.infer<typeof studyNameSchema>
export type StudyForm = z.infer<typeof studyFormSchema>
export type StudyResult = z.infer<typeof studyResultSchema>
export type StudyCriterion = z.infer<typeof criterion>
export type StudyTable = z.infer<typeof table>
