import type { RunConfig } from '../../src-preload/contract'

/** A change of the preset of the first start, which is Iris on penn16. */
export interface Case {
  name: string
  change(config: RunConfig): RunConfig
}

/** What the window has to bear at full speed. */
export const cases: readonly Case[] = [
  { name: 'penn16', change: (config) => config },
  {
    name: 'lattice, 1,012 edges',
    change: (config) => ({
      ...config,
      network: {
        kind: 'square',
        rows: 23,
        columns: 23,
        periodic: false,
        roles: { kind: 'spread' },
      },
    }),
  },
]
