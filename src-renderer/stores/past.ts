import type { Adjustment, Gap } from '@contract'

/** What happened to a run before the window saw it. */
export interface Past {
  made: readonly Adjustment[]
  gaps: readonly Gap[]
  /** A twin ran beside the board when the window took over the run. */
  twin: boolean
}

/** Of a run that began in this window. */
export const noPast: Past = { made: [], gaps: [], twin: false }
