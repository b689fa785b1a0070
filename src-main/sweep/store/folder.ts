import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError, type SweepPlan } from '@contract'
import { z } from 'zod'
import { readPlan } from '../plan/read'
import type { Sweep } from '../plan/sweep'
import { writeWhole } from './atomic'

const PLAN = 'plan.json'
const STAMP = 'sweep.json'

const stampSchema = z.object({
  format: z.literal('desynclab-sweep-folder-1'),
  /** Identity of the plan. */
  plan: z.string(),
  engine: z.string(),
  createdAt: z.iso.datetime(),
})

export type Stamp = z.infer<typeof stampSchema>

const refuse = (id: string, message: string, where: string, tip: string): ProblemError =>
  new ProblemError({
    id,
    severity: 'error',
    message,
    where: where.slice(-500),
    kept: 'The folder is as it was.',
    tip,
  })

export const isSweepFolder = (folder: string): boolean => existsSync(join(folder, STAMP))

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw refuse(
      'no-sweep',
      `This is no folder of a sweep: ${why}.`,
      path,
      'Give the folder that desynclab sweep made.',
    )
  }
}

/** What a folder says it holds. @throws ProblemError */
export function readStamp(folder: string): Stamp {
  const path = join(folder, STAMP)
  const parsed = stampSchema.safeParse(readJson(path))
  if (parsed.success) return parsed.data
  throw refuse(
    'no-sweep',
    `This is no folder of a sweep that this version knows: ${parsed.error.issues[0].message}.`,
    path,
    'Give the folder that desynclab sweep made.',
  )
}

/** The plan in a folder. @throws ProblemError */
export function readFolderPlan(folder: string): SweepPlan {
  const path = join(folder, PLAN)
  return readPlan(readJson(path), path)
}

/**
 * Makes the folder of a sweep, or finds that it is this one's already. Safe while other processes
 * do the same.
 * @throws ProblemError where there is another sweep, or one of another engine
 */
export function openFolder(folder: string, sweep: Sweep): void {
  if (!isSweepFolder(folder)) {
    mkdirSync(folder, { recursive: true })
    writeWhole(join(folder, PLAN), `${JSON.stringify(sweep.plan, null, 2)}\n`)
    const stamp: Stamp = {
      format: 'desynclab-sweep-folder-1',
      plan: sweep.id,
      engine: sweep.engine,
      createdAt: new Date().toISOString(),
    }
    writeWhole(join(folder, STAMP), `${JSON.stringify(stamp, null, 2)}\n`)
    return
  }
  const stamp = readStamp(folder)
  if (stamp.plan !== sweep.id)
    throw refuse(
      'other-plan',
      'Another plan was run into this folder.',
      folder,
      'Choose another folder with --out.',
    )
  if (stamp.engine !== sweep.engine)
    throw refuse(
      'other-engine',
      `This sweep was begun by another engine: ${stamp.engine}, not ${sweep.engine}.`,
      folder,
      'Go on with that version, or run the plan anew into another folder with --out.',
    )
}
