import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError, studyFormSchema, studyNameSchema } from '@contract'
import { z } from 'zod'
import { engineVersion } from '../plan/engine'
import type { Sweep } from '../plan/sweep'
import { isSweepFolder } from '../store/folder'
import { writeWhole } from '../store/atomic'

const STAMP = 'begun.json'
const RUNS = 'runs'

const stampSchema = z.object({
  format: z.literal('desynclab-study-folder-1'),
  study: studyNameSchema,
  form: studyFormSchema,
  /** See `StudySettings`. */
  laboratoryStepS: z.number().nullable(),
  /** What learns, in words. */
  machine: z.string(),
  engine: z.string(),
  startedAt: z.iso.datetime(),
  /** Spent on it by programs that have ended, ms; of one that was killed nothing is known. */
  workedMs: z.number(),
})

export type StudyStamp = z.infer<typeof stampSchema>
/** What a study is, whoever makes it and however often it is taken up. */
export type StudyIdentity = Pick<StudyStamp, 'study' | 'form' | 'laboratoryStepS' | 'machine'>

export const isStudyFolder = (folder: string): boolean => existsSync(join(folder, STAMP))

const refused = (id: string, message: string, folder: string, tip: string) =>
  new ProblemError({
    id,
    severity: 'error',
    message,
    where: folder.slice(-500),
    kept: 'Everything in the folder.',
    tip,
  })

/** @throws ProblemError where the folder holds no study that this version knows */
export function readStudyStamp(folder: string): StudyStamp {
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(join(folder, STAMP), 'utf8'))
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown)
      throw refused('no-study', `This is no folder of a study: ${why}.`, folder, 'Name another.')
    }
  }
  const parsed = stampSchema.safeParse(read())
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refused(
    'no-study',
    `This is no study that is known: ${issue.message}.`,
    folder,
    'Name another.',
  )
}

const writeStamp = (folder: string, stamp: StudyStamp): void =>
  writeWhole(join(folder, STAMP), `${JSON.stringify(stamp, null, 2)}\n`)

/**
 * Makes the folder of a study, or finds that it is this one's already: it then goes on.
 * @throws ProblemError `study-folder-taken`, `other-study`, `other-engine`
 */
export function openStudyFolder(folder: string, wanted: StudyIdentity): StudyStamp {
  if (!isStudyFolder(folder)) {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw refused(
        'study-folder-taken',
        'A report is never written over anything: the folder is not empty, and no study was begun in it.',
        folder,
        'Name a new folder or an empty one.',
      )
    mkdirSync(folder, { recursive: true })
    const startedAt = new Date().toISOString()
    const format = 'desynclab-study-folder-1'
    writeStamp(folder, { format, ...wanted, engine: engineVersion, startedAt, workedMs: 0 })
    return readStudyStamp(folder)
  }
  const stamp = readStudyStamp(folder)
  const same = (['study', 'form', 'laboratoryStepS', 'machine'] as const).every(
    (key) => stamp[key] === wanted[key],
  )
  if (!same)
    throw refused(
      'other-study',
      `Another study was begun in this folder: ${stamp.study}, ${stamp.form} form, ${stamp.machine}.`,
      folder,
      'Name another folder.',
    )
  if (stamp.engine !== engineVersion)
    throw refused(
      'other-engine',
      `This study was begun by another engine: ${stamp.engine}, not ${engineVersion}.`,
      folder,
      'Go on with that version, or make it anew in another folder.',
    )
  return stamp
}

/** Adds to the time that was spent on it. */
export function noteWorked(folder: string, ms: number): StudyStamp {
  const stamp = readStudyStamp(folder)
  const now = { ...stamp, workedMs: stamp.workedMs + ms }
  writeStamp(folder, now)
  return now
}

/** Where the runs of one of its plans lie: the folder of a sweep, as any other. */
export function runsFolder(folder: string, { id, plan }: Sweep): string {
  const name = plan.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return join(folder, RUNS, `${name.slice(0, 60)}-${id.slice(0, 8)}`)
}

/** Folders of the plans that were begun. */
export function begunPlans(folder: string): string[] {
  const runs = join(folder, RUNS)
  if (!existsSync(runs)) return []
  return readdirSync(runs)
    .sort()
    .map((name) => join(runs, name))
    .filter(isSweepFolder)
}
