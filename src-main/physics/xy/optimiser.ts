import type { StateReader, StateWriter } from '../state'

export interface OptimiserSpec {
  /**
   * descent: - rate g; momentum: of 0.9 (Polyak, 1964); adam (Kingma and Ba, 2015); rms: every
   * parameter divides by the root of its own mean square, a memory of its own that asks nobody else
   * (RMSprop: Tieleman and Hinton, 2012; with adam's correction of the first steps).
   */
  kind: 'descent' | 'momentum' | 'adam' | 'rms'
  rate: number
}

const MOMENTUM = 0.9
/** Memory of the squares: 100 updates of the parameter itself. */
const SQUARES = 0.99
const ADAM_FLOOR = 1e-5
const RMS_FLOOR = 1e-6

/**
 * Changes parameters one by one. Each has its own memory and counts its own updates, so that a
 * parameter that is updated rarely is treated as one that is updated always (ours).
 */
export class Optimiser {
  rate: number
  private readonly mean: Float64Array
  private readonly square: Float64Array
  /** 0.9^n and 0.99^n after n updates of the parameter. */
  private readonly fadeMean: Float64Array
  private readonly fadeSquare: Float64Array

  constructor(
    private readonly spec: OptimiserSpec,
    parameters: number,
  ) {
    this.rate = spec.rate
    const { kind } = spec
    const means = kind === 'momentum' || kind === 'adam' ? parameters : 0
    const squares = kind === 'adam' || kind === 'rms' ? parameters : 0
    this.mean = new Float64Array(means)
    this.fadeMean = new Float64Array(means).fill(1)
    this.square = new Float64Array(squares)
    this.fadeSquare = new Float64Array(squares).fill(1)
  }

  /** The change of parameter k for its gradient, with the rate times a gain. */
  change(k: number, gradient: number, gain: number): number {
    const rate = this.rate * gain
    switch (this.spec.kind) {
      case 'descent':
        return -rate * gradient
      case 'momentum':
        this.mean[k] = MOMENTUM * this.mean[k] + gradient
        return -rate * this.mean[k]
      case 'rms':
        return (-rate * gradient) / (this.root(k, gradient) + RMS_FLOOR)
      case 'adam': {
        this.mean[k] = MOMENTUM * this.mean[k] + (1 - MOMENTUM) * gradient
        this.fadeMean[k] *= MOMENTUM
        const mean = this.mean[k] / (1 - this.fadeMean[k])
        return (-rate * mean) / (this.root(k, gradient) + ADAM_FLOOR)
      }
    }
  }

  /** Root of the mean square with this gradient in it. */
  private root(k: number, gradient: number): number {
    this.square[k] = SQUARES * this.square[k] + (1 - SQUARES) * gradient * gradient
    this.fadeSquare[k] *= SQUARES
    return Math.sqrt(this.square[k] / (1 - this.fadeSquare[k]))
  }

  save(state: StateWriter): void {
    state.number(this.rate)
    for (const values of this.memory) state.numbers(values)
  }

  load(state: StateReader): void {
    this.rate = state.number()
    for (const values of this.memory) state.numbers(values)
  }

  private get memory(): Float64Array[] {
    return [this.mean, this.square, this.fadeMean, this.fadeSquare]
  }
}
