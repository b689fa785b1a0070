import type { Frame } from '@contract'
import type { BoardFrame } from '../../board'
import { DiscreteRule, type Learner } from '../../physics'

/** What the newest frame said. E edges, N nodes. */
export class Measured {
  readonly conductance: Float64Array<ArrayBuffer>
  freeV: Float64Array<ArrayBuffer>
  clampedV: Float64Array<ArrayBuffer>
  example = 0

  /** @param voltsPerCount of the voltages in frames */
  constructor(
    private readonly model: Learner,
    private readonly voltsPerCount: number,
  ) {
    const { network } = model.parts
    this.conductance = new Float64Array(network.a.length)
    this.freeV = new Float64Array(network.names.length)
    this.clampedV = new Float64Array(network.names.length)
  }

  /** A copy, in the terms of every machine. */
  state(): Frame['state'] {
    const { model, conductance, freeV, clampedV, example } = this
    return {
      conductance: conductance.slice(),
      edgeState: model.edges.state.slice(),
      example,
      freeV: freeV.slice(),
      clampedV: clampedV.slice(),
    }
  }

  take({ edges, freeCounts, clampedCounts, example }: BoardFrame): void {
    this.takeEdges(edges)
    this.freeV = Float64Array.from(freeCounts, (count) => count * this.voltsPerCount)
    this.clampedV = Float64Array.from(clampedCounts, (count) => count * this.voltsPerCount)
    this.example = example
  }

  /** @param edges E levels, or conductances under the ideal rule */
  takeEdges(edges: Float64Array): void {
    const { rule } = this.model.parts
    if (rule instanceof DiscreteRule)
      edges.forEach((level, e) => (this.conductance[e] = rule.at(level, e)))
    else this.conductance.set(edges)
  }
}
