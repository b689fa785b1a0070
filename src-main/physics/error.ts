/**
 * What physics refuses, and why. It knows no process boundary: the machine hands it on as a problem.
 */
export class PhysicsError extends Error {
  constructor(
    /** Stable, kebab-case, per cause. */
    readonly id: string,
    /** What happened, one sentence. */
    message: string,
    /** What to do, with what is allowed. */
    readonly tip: string,
    /** Configuration path that it concerns. */
    readonly where?: string,
  ) {
    super(message)
    this.name = 'PhysicsError'
  }
}
