import type { Plan } from '../../physics/solver'
import type { BoardExamples, BoardNetwork, BoardRoles } from '../float32'

/** What the microcontroller has for network, factor and task; see "Memory" in docs/protocol.md. */
export const MEMORY_BYTES = 5248

const rounded = (bytes: number): number => Math.ceil(bytes / 4) * 4
const sum = (...arrays: number[]): number => arrays.reduce((all, bytes) => all + rounded(bytes), 0)

export function memoryOfNetwork({ nodes, a: { length: e } }: BoardNetwork): number {
  return sum(e, e, e, 2 * e, 4 * e, 4 * e, 4 * Math.max(e, nodes))
}

/** @param making counts what is needed for a moment while the plan is made, too. */
export function memoryOfTask(
  plan: Plan,
  roles: BoardRoles,
  examples: BoardExamples,
  making = false,
): number {
  const { free, nodes, rowOf, edgeA } = plan
  const { train, test, classes } = examples
  const s = roles.sources.length
  const o = roles.targets.length
  const entries = rowOf.length
  const all = train + test
  const ofPlan = sum(
    4 * (free + entries),
    4 * nodes,
    4 * nodes,
    2 * (free + 1),
    2 * edgeA.length,
    nodes,
    entries,
  )
  const ofTask =
    classes > 0
      ? sum(4 * s * all, 4 * classes * o, all, 4 * classes * s, train)
      : sum(4 * s * all, 4 * o * all, train)
  return Math.max(ofPlan + ofTask, making ? ofPlan + 8 * nodes : 0)
}
