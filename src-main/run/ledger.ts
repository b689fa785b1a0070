import type { Adjustment } from '@contract'

/**
 * The adjustments of a run: those that its configuration plans, and those made by hand, in the
 * order in which they took effect. A re-run with all of them takes the same path.
 */
export class Ledger {
  private readonly entries: Adjustment[]
  private made = 0

  constructor(planned: readonly Adjustment[]) {
    this.entries = [...planned].sort((a, b) => a.step - b.step)
  }

  /** The machine made this adjustment: the next planned one, or a new one. */
  add(adjustment: Adjustment): void {
    const next = this.entries[this.made]
    if (next === undefined || !sameAdjustment(next, adjustment))
      this.entries.splice(this.made, 0, adjustment)
    this.made += 1
  }

  /** The first so many were made before. */
  skip(made: number): void {
    this.made = made
  }

  /** How many of them were made. */
  get madeCount(): number {
    return this.made
  }

  /** Made and still planned. */
  all(): Adjustment[] {
    return [...this.entries]
  }
}

export function sameAdjustment(a: Adjustment, b: Adjustment): boolean {
  if (a.step !== b.step) return false
  // Changes are flat: equal fields, whatever their order, are equal changes.
  const [one, other] = [a.change, b.change].map((change) => Object.entries(change).sort())
  return JSON.stringify(one) === JSON.stringify(other)
}
