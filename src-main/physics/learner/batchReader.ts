import type { Batches } from '../batches'
import type { Readings } from '../imperfections'
import type { Task } from '../tasks'
import type { Drive } from './drive'
import { Superposition } from './superposition'

/** A batch whose drops are read, and the edges that read them. */
export interface BatchToRead {
  readonly step: number
  readonly batches: Batches
  readonly task: Task
  readonly conductance: Float64Array
  readonly eta: number
  /** The first `updating` of these edges read. */
  readonly chosen: Int32Array
  readonly updating: number
  /** Written: the contrast of each of those edges, V^2, summed over the batch. */
  readonly contrast: Float64Array
}

/** Reads batches example by example, under one drive of the network. */
export class BatchReader {
  /** Once a large batch was read. */
  private superposition: Superposition | null = null

  constructor(private readonly drive: Drive) {}

  /**
   * One factorisation per example, or for a large batch one per source and output.
   * @returns the sum over examples and outputs of (V_D - V_F)^2, V^2.
   */
  read(readings: Readings, batch: BatchToRead): number {
    const { step, batches, task, conductance, eta, chosen, updating, contrast } = batch
    const { kernel, plan } = this.drive.solver
    const { examples, from, count } = batches
    const { inputs, targets } = task.train
    const basis = count > task.inputs + task.outputs ? this.superpose(task, conductance) : null
    const { freeV, differenceV } = basis ?? kernel
    const reading = { freeV, differenceV, edgeA: plan.edgeA, edgeB: plan.edgeB }
    contrast.fill(0, 0, updating)
    let error = 0
    for (let i = 0; i < count; i++) {
      const m = examples[from + i]
      const [v, t] = [m * task.inputs, m * task.outputs]
      error += basis
        ? basis.solve(inputs, v, targets, t, eta)
        : kernel.solve(conductance, inputs, v, targets, t, eta)
      readings.add(reading, step, i, chosen, updating, contrast)
    }
    return error
  }

  private superpose(task: Task, conductance: Float64Array): Superposition {
    const { solver, roles } = this.drive
    const { kernel, plan } = solver
    const at = roles.targets.map((node) => plan.position[node])
    this.superposition ??= new Superposition(kernel, task.inputs, at)
    this.superposition.prepare(conductance)
    return this.superposition
  }
}
