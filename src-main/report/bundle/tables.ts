import type { Frame, MachineDescription } from '@contract'
import { csvFile, textCell } from '../csv'
import type { ReportInput } from '../input'

/** Rows as CSV, formulas defused. */
export const tableCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  csvFile(
    rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell)).join(','),
    ),
  )

const states = ['learns', 'cut', 'frozen', 'stuck']

/** `edges.csv`: one row per edge, in the order of the network. */
export function edgesCsv({
  description,
  frame,
}: Pick<ReportInput, 'description' | 'frame'>): string {
  const { edges, nodes, initialConductance, conductanceUnit: unit } = description
  const { conductance, edgeState } = frame.state
  const { updates, updateProbability } = frame.timing
  return tableCsv([
    [
      'edge (index)',
      'first node (name)',
      'second node (name)',
      `initial conductance (${unit})`,
      `conductance (${unit})`,
      'state (name)',
      'updates (1)',
      'update probability (1/step)',
    ],
    ...edges.map(([a, b], e) => [
      e,
      nodes[a].name,
      nodes[b].name,
      initialConductance[e],
      conductance[e],
      states[edgeState[e]] ?? String(edgeState[e]),
      updates[e],
      updateProbability[e],
    ]),
  ])
}

/** `nodes.csv`: one row per node; the voltages are those of one example at the last step. */
export function nodesCsv({
  description,
  frame,
}: Pick<ReportInput, 'description' | 'frame'>): string {
  const { freeV, clampedV, example, spins } = frame.state
  if (spins !== undefined) return spinsCsv(description, frame.state, spins)
  return tableCsv([
    [
      'node (index)',
      'name',
      'role (name)',
      'x (1)',
      'y (1)',
      `free voltage of example ${example} (V)`,
      `clamped voltage of example ${example} (V)`,
    ],
    ...description.nodes.map(({ name, role, x, y }, n) => [
      n,
      name,
      role,
      x,
      y,
      freeV[n],
      clampedV[n],
    ]),
  ])
}

/** The same where nodes are spins: phases, and the biases as length and direction. */
function spinsCsv(
  { nodes }: MachineDescription,
  { freeV, clampedV, example }: Frame['state'],
  { biasStrength, biasPhase }: NonNullable<Frame['state']['spins']>,
): string {
  return tableCsv([
    [
      'node (index)',
      'name',
      'role (name)',
      'x (1)',
      'y (1)',
      `free phase of example ${example} (rad)`,
      `nudged phase of example ${example} (rad)`,
      'bias (1)',
      'direction of the bias (rad)',
    ],
    ...nodes.map(({ name, role, x, y }, n) => [
      n,
      name,
      role,
      x,
      y,
      freeV[n],
      clampedV[n],
      biasStrength[n],
      biasPhase[n],
    ]),
  ])
}
