import type {
  Frame,
  History,
  MachineDescription,
  ObservablesReply,
  RunFile,
  SeriesName,
} from '@contract'

/** The same configuration with other seeds, of which the report's run is the first. */
export interface Repeats {
  failed: number
  runs: {
    seed: number
    steps: number
    trainError: number
    testError: number | null
    /** 0..1 */
    accuracy: number | null
    hash: string
  }[]
  /** Over the finished runs. */
  spreads: {
    name: string
    kind: 'error' | 'accuracy'
    median: number
    lowerQuartile: number
    upperQuartile: number
    /** Ends of the 95 % bootstrap interval of the median. */
    low: number
    high: number
  }[]
}

/** All that a report says of a run. */
export interface ReportInput {
  run: RunFile
  description: MachineDescription
  /** The state at the last step. */
  frame: Frame
  /** The whole of a series in at most so many rows (20 000 at most). */
  history(series: SeriesName, buckets: number): History
  /** The read-outs at the last step; left out or null where nothing more is known of the machine. */
  physics?: Omit<ObservablesReply, 'run'> | null
  /** Where the run was made with several seeds. */
  repeats?: Repeats
}
