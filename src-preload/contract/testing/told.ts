import { ProblemError, problemSchema } from '../problem'

/** How often what was read, and how often it was refused with which problem. */
export class Tally {
  readonly refused = new Map<string, number>()
  accepted = 0

  constructor(
    readonly what: string,
    readonly seed: number,
  ) {}

  /**
   * Reads something from a stranger: it is taken, or refused with what, where and what to do.
   * @throws whatever is neither, with the seed and the number that make it again
   */
  async of<T>(n: number, read: () => T | Promise<T>): Promise<T | null> {
    try {
      const value = await read()
      this.accepted++
      return value
    } catch (thrown) {
      const { id } = this.told(thrown, n)
      this.refused.set(id, (this.refused.get(id) ?? 0) + 1)
      return null
    }
  }

  private told(thrown: unknown, n: number) {
    const which = `${this.what}, number ${n} of DESYNCLAB_SEED=${this.seed}`
    if (!(thrown instanceof ProblemError))
      throw new Error(`${which} was refused without a problem`, { cause: thrown })
    const problem = problemSchema.parse(thrown.problem)
    const { message, where = '', tip = '' } = problem
    if (message === '' || where === '' || tip === '')
      throw new Error(`${which}: the problem ${problem.id} lacks what, where or what to do`)
    return problem
  }

  get text(): string {
    const ids = [...this.refused].map(([id, count]) => `${count} ${id}`).join(', ')
    const all = this.accepted + [...this.refused.values()].reduce((sum, one) => sum + one, 0)
    return `${this.what.padEnd(14)} ${all} tried, ${this.accepted} taken, refused: ${ids || 'none'}`
  }
}
