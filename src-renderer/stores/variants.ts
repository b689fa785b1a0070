import type { RuleConfig, RunConfig, ScheduleConfig, TaskConfig } from '@contract'
import { defineStore } from 'pinia'
import { Drafts } from './drafts'
import { presets } from './presets'
import { useRun } from './run'

/** Choosing another task, rule or schedule: starts at step 0, and remembers each one's values. */
export const useVariants = defineStore('variants', () => {
  const run = useRun()
  const drafts = new Drafts(presets)

  /** Another task makes it another experiment than the preset's. */
  function chooseTask(kind: TaskConfig['kind']): void {
    if (run.config !== null && !run.running)
      void run.configure({ ...drafts.withTask(run.config, kind), name: '', adjustments: [] })
  }

  function change(next: (config: RunConfig) => RunConfig): void {
    if (run.config !== null && !run.running)
      void run.reconfigure({ ...next(run.config), adjustments: [] })
  }

  return {
    chooseTask,
    chooseRule: (kind: RuleConfig['kind']) => change((config) => drafts.withRule(config, kind)),
    chooseSchedule: (kind: ScheduleConfig['kind']) =>
      change((config) => drafts.withSchedule(config, kind)),
  }
})
