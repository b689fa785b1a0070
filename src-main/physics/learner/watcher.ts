/** Told after each step of a learner that it watches, with the error of the step's batch, V^2. */
export interface Watcher {
  stepped(step: number, error: number): void
}
