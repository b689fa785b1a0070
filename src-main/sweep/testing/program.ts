import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sweepPlanSchema, type SweepPlan, type SweepPlanInput } from '@contract'

/** The built command line, as it is started on any computer. */
export const bundle = resolve(import.meta.dirname, '../../../out/main/cli.js')

export interface Ended {
  code: number | null
  out: string
  err: string
}

export function desynclab(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

export const startDesynclab = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })

/** Writes a plan into a folder. @returns its path, and the plan with its defaults */
export function planFile(folder: string, input: SweepPlanInput): { path: string; plan: SweepPlan } {
  const path = join(folder, 'plan.json')
  writeFileSync(path, JSON.stringify(input))
  return { path, plan: sweepPlanSchema.parse(input) }
}
