/** Breakpoints of `Expectation`, columns of equal length. */
export interface ExpectationSnapshot {
  step: number[]
  value: number[]
  slope: number[]
}

/**
 * Mean over edges of the expected number of updates as a function of the step: linear between
 * changes of the schedule. So each row of a history gets its place on either axis.
 */
export class Expectation {
  private step: number[] = [0]
  private value: number[] = [0]
  private slope: number[]

  /** @param slope expected updates per step, mean over edges */
  constructor(slope: number) {
    this.slope = [slope]
  }

  /** From the step after this one on, the slope is another. */
  change(step: number, slope: number): void {
    const newest = this.step.length - 1
    const value = this.at(step)
    if (this.step[newest] >= step) {
      this.slope[newest] = slope
      return
    }
    this.step.push(step)
    this.value.push(value)
    this.slope.push(slope)
  }

  /** O(log changes). */
  at(step: number): number {
    let low = 0
    let high = this.step.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.step[middle] <= step) low = middle
      else high = middle - 1
    }
    return this.value[low] + this.slope[low] * (step - this.step[low])
  }

  snapshot(): ExpectationSnapshot {
    return { step: [...this.step], value: [...this.value], slope: [...this.slope] }
  }

  restore(snapshot: ExpectationSnapshot): void {
    this.step = [...snapshot.step]
    this.value = [...snapshot.value]
    this.slope = [...snapshot.slope]
  }
}

/** Mean of a column; 0 for an empty one. */
export function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return values.length === 0 ? 0 : sum / values.length
}
