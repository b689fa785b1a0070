import type { Frame, History, MachineDescription, RunFile, SeriesName } from '@contract'

/** All that a report says of a run. */
export interface ReportInput {
  run: RunFile
  description: MachineDescription
  /** The state at the last step. */
  frame: Frame
  /** The whole of a series in at most so many rows (20 000 at most). */
  history(series: SeriesName, buckets: number): History
}
