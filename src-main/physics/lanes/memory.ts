import type { Plan } from '../solver'
import type { Arena } from '../wasm/arena'
import type { Kernels } from '../wasm/instance'
import type { MarchTask } from '../solver/march'

/** Bytes of a row of four numbers, and of the four rows of a position: see assembly/lanes.ts. */
const ROW = 32
const PLACE = 64

export interface LaneMemory {
  readonly conductance: number
  readonly level: number
  readonly bound: number
  readonly alive: number
  readonly keys: number
  readonly settings: number
  readonly examples: number
  readonly loss: number
}

/** Lays a plan and its task out for four lanes. O(size of the plan). */
export function placeLanePlan(
  arena: Arena,
  kernels: Kernels,
  plan: Plan,
  task: MarchTask,
  ofLevel: Float64Array | null,
  steps: number,
): LaneMemory {
  const { nodes, free, sources, outputs, rowOf } = plan
  const edges = plan.edgeA.length
  const inner: number[] = []
  plan.innerEdge.forEach((e, i) =>
    inner.push(
      ROW * e,
      PLACE * plan.innerA[i],
      PLACE * plan.innerB[i],
      ROW * (plan.innerSlot[i] - free),
    ),
  )
  const boundary: number[] = []
  plan.boundaryEdge.forEach((e, i) =>
    boundary.push(ROW * e, PLACE * plan.boundaryFree[i], PLACE * plan.boundaryHeld[i]),
  )
  const ends: number[] = []
  plan.edgeA.forEach((a, e) => ends.push(PLACE * a, PLACE * plan.edgeB[e]))
  kernels.sizeLanes(
    free,
    sources,
    outputs,
    rowOf.length,
    plan.innerEdge.length,
    plan.boundaryEdge.length,
    edges,
  )
  kernels.placeLanePlan(
    arena.integers(plan.columnStart),
    arena.integers(rowOf.map((row) => PLACE * row)),
    arena.integers(plan.tape.map((slot) => ROW * (slot - free))),
    arena.integers(inner),
    arena.integers(boundary),
    arena.integers(ends),
  )
  const conductance = arena.place(ROW * edges)
  const level = arena.place(16 * edges)
  const levels = ofLevel === null ? 0 : arena.numbers(ofLevel)
  kernels.placeLaneState(
    arena.place(ROW * rowOf.length),
    arena.place(PLACE * nodes),
    arena.place(PLACE * nodes),
    conductance,
    level,
    levels,
  )
  const bound = arena.place(16 * edges)
  const alive = arena.place(16 * edges)
  const keys = arena.place(32)
  const settings = arena.place(4 * ROW)
  kernels.placeLaneDraws(bound, alive, keys, settings)
  const examples = arena.place(16 * steps)
  const loss = arena.place(ROW * steps)
  kernels.placeLaneTask(
    arena.numbers(task.inputs.subarray(0, task.count * sources)),
    arena.numbers(task.targets.subarray(0, task.count * outputs)),
    examples,
    loss,
  )
  return { conductance, level, bound, alive, keys, settings, examples, loss }
}
