import type { RunConfig, ScheduleConfig } from '@contract'

/** The schedule after the adjustments made up to a step. */
export function presentSchedule(config: RunConfig, step: number): ScheduleConfig {
  const { schedule, adjustments } = config
  let present = schedule
  for (const { step: at, change } of adjustments) {
    if (at > step || change.kind !== 'set' || change.path !== 'schedule.probability') continue
    if ('probability' in present) present = { ...present, probability: change.value }
  }
  return present
}
