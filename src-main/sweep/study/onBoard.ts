import { damage } from './damage'
import { discrete } from './discrete'
import type { Findings, Lab, Study } from './study'

interface Sizes {
  tasks: number
}

/** The studies that a board can do, through the same code; its numbers are those of its own runs. */
async function make({ tasks }: Sizes, lab: Lab): Promise<Findings> {
  const parts = [
    { title: 'Discrete', ...(await discrete.make({ tasks, levels: [128] }, lab)) },
    { title: 'Damage', ...(await damage.make({ tasks: Math.ceil(tasks / 2), sequences: 2 }, lab)) },
  ]
  const named = <T extends { title: string }>(title: string, of: readonly T[]): T[] =>
    of.map((one) => ({ ...one, title: `${title}: ${one.title}` }))
  return {
    verdict: {
      holds: parts.every(({ verdict }) => verdict.holds === true),
      sentence: parts.map(({ verdict }) => verdict.sentence).join(' '),
    },
    criteria: parts.flatMap(({ title, criteria }) =>
      criteria.map((one) => ({ ...one, name: `${title}: ${one.name}` })),
    ),
    tables: parts.flatMap(({ title, tables }) => named(title, tables)),
    figures: parts.flatMap(({ title, figures }) => named(title, figures)),
    method: [
      'Studies 2 and 5 by the same code; the board learned every run by itself. Errors are those in its frames, before the update of their step; cycles are not watched.',
      ...parts.flatMap(({ method }) => method),
    ],
    gaps: [...new Set(parts.flatMap(({ gaps }) => gaps))],
  }
}

export const onBoard: Study<Sizes> = {
  name: 'board',
  title: 'On the board',
  question:
    'Do the studies of discrete levels and of damage come out on the connected board as they do in the simulation?',
  sizes: { quick: { tasks: 12 }, full: { tasks: 60 } },
  make,
}
