import type { Problem } from '@contract'
import type { RunCheckpoint } from '../checkpoint'
import type { Database } from './database'

/** Appends the problems of a run with the step at which they were first written down. */
export class ProblemWriter {
  private stored = 0

  constructor(private readonly run: string) {}

  write(database: Database, { problems, step }: RunCheckpoint): void {
    for (let n = this.stored; n < problems.length; n++) this.insert(database, n, problems[n], step)
  }

  /** One that no checkpoint brings any more. */
  add(database: Database, problem: Problem, step: number): void {
    this.insert(database, this.stored, problem, step)
  }

  /** The transaction holds. */
  written({ problems }: RunCheckpoint): void {
    this.stored = problems.length
  }

  forget(): void {
    this.stored = 0
  }

  private insert(database: Database, number: number, problem: Problem, step: number): void {
    // One that was there before a resumption keeps its step.
    database.run(
      'INSERT OR IGNORE INTO problem (run, number, step, problem) VALUES (?, ?, ?, ?)',
      ...[this.run, number, step, JSON.stringify(problem)],
    )
  }
}
