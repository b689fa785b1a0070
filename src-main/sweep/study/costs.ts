import type { StudyForm, StudyName } from '@contract'

/** What a study takes: runs, and seconds of one core (of 2026, some 2 GHz), measured. */
export interface Cost {
  runs: number
  coreSeconds: number
}

/**
 * The number of runs of some depends on a pilot: about so many. `board` is the virtual one; over a
 * serial line every step takes the time of its frame, and the quick form has 620,000 of them.
 */
export const costs: Record<StudyName, Record<StudyForm, Cost>> = {
  'ideal-cost': { quick: { runs: 2400, coreSeconds: 18 }, full: { runs: 5400, coreSeconds: 45 } },
  discrete: { quick: { runs: 2340, coreSeconds: 40 }, full: { runs: 15_600, coreSeconds: 270 } },
  'mini-batch': { quick: { runs: 400, coreSeconds: 20 }, full: { runs: 2400, coreSeconds: 330 } },
  clocks: { quick: { runs: 3000, coreSeconds: 45 }, full: { runs: 10_000, coreSeconds: 150 } },
  damage: { quick: { runs: 240, coreSeconds: 16 }, full: { runs: 3200, coreSeconds: 95 } },
  speed: { quick: { runs: 0, coreSeconds: 12 }, full: { runs: 0, coreSeconds: 180 } },
  'spins-local': { quick: { runs: 128, coreSeconds: 90 }, full: { runs: 500, coreSeconds: 1000 } },
  'spins-distance': { quick: { runs: 96, coreSeconds: 60 }, full: { runs: 288, coreSeconds: 700 } },
  'spins-skips': { quick: { runs: 56, coreSeconds: 55 }, full: { runs: 200, coreSeconds: 430 } },
  'spins-desync': { quick: { runs: 480, coreSeconds: 70 }, full: { runs: 3600, coreSeconds: 810 } },
  board: { quick: { runs: 168, coreSeconds: 45 }, full: { runs: 940, coreSeconds: 320 } },
}
