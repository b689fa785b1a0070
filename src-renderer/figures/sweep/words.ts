/** Words of figures of many runs that stand in no field of theirs; numbers come formatted. */
export interface SweepWords {
  /** Behind the name of an axis that has no place for them. */
  zeros: string
  /** Which run a point is; behind its value. */
  run: (run: string) => string
  interval: string
  medianOf: (label: string) => string
  cell: (place: string, median: string, runs: number) => string
  columns: {
    series: string
    run: string
    median: string
    low: string
    high: string
    signTest: string
    lower: string
    upper: string
  }
}

export const sweepWords: SweepWords = {
  zeros: ', zeros at the edge',
  run: (run) => `, run ${run}`,
  interval: 'median and interval',
  medianOf: (label) => `median ${label}`,
  cell: (place, median, runs) => `${place}: median ${median} of ${runs} runs`,
  columns: {
    series: 'series',
    run: 'run',
    median: 'median',
    low: 'low',
    high: 'high',
    signTest: 'sign test p',
    lower: 'lower quartile',
    upper: 'upper quartile',
  },
}
