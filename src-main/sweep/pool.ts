import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { RunConfig } from '@contract'
import type { Answer } from './worker'

export interface PoolParts {
  /** The built `worker.ts`. */
  worker: string
  /** Threads; one per core unless told otherwise. */
  cores?: number
  /** Asked before each run: those not begun are left out once it is true. */
  interrupted(): boolean
  /** After each run, in the order in which they end. */
  done(answer: Answer, index: number): void
}

/**
 * Runs configurations side by side, one per core at a time. One that fails stops no other.
 * @returns one answer per configuration, in their order; null for a run that was not begun.
 */
export async function runPool(
  configs: readonly RunConfig[],
  parts: PoolParts,
): Promise<(Answer | null)[]> {
  const threads = Math.max(1, Math.min(configs.length, parts.cores ?? availableParallelism()))
  const pool = new Piscina<RunConfig, Answer>({
    filename: parts.worker,
    minThreads: threads,
    maxThreads: threads,
  })
  const answers: (Answer | null)[] = configs.map(() => null)
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < configs.length && !parts.interrupted()) {
      const index = next++
      const answer = await pool.run(configs[index])
      answers[index] = answer
      parts.done(answer, index)
    }
  }
  try {
    await Promise.all(Array.from({ length: threads }, lane))
  } finally {
    await pool.destroy()
  }
  return answers
}
