import { ProblemError, type Problem, type RunConfig, type RunFile } from '@contract'
import type { Sink } from '../machine/machine'
import { SimulatedMachine } from '../machine/simulated'

/** What a run of a pool comes to: the numbers of its record, and what it complained of. */
export type Learned = Omit<RunFile['result'], 'dropped'> & { seed: number; problems: Problem[] }

/**
 * One run from its first step to its stop rule, as fast as it goes and without a record: the hash
 * is that of the same run anywhere else.
 * @throws ProblemError if the configuration cannot work or has no end
 */
export async function learn(config: RunConfig): Promise<Learned> {
  if (config.stop.steps === null)
    throw new ProblemError({
      id: 'no-end',
      severity: 'error',
      message: 'A run of a pool needs an end.',
      where: 'stop.steps',
      tip: 'Give the number of steps.',
    })
  const problems: Problem[] = []
  const sink: Sink = {
    steps: () => undefined,
    evaluated: () => undefined,
    adjusted: () => undefined,
    problem: (problem) => problems.push(problem),
  }
  const machine = new SimulatedMachine()
  const startMs = performance.now()
  await machine.configure(`seed ${config.seed}`, config)
  const { step } = await machine.advance({ steps: Infinity, expired: () => false }, sink)
  const runTimeMs = performance.now() - startMs
  const { trainError, testError, trainAccuracy, testAccuracy } = machine.evaluate()
  const result = {
    seed: config.seed,
    steps: step,
    expectedUpdates: machine.expectedUpdates(),
    runTimeMs,
    trainError,
    testError,
    trainAccuracy,
    testAccuracy,
    hash: machine.hash(),
    problems,
  }
  await machine.close()
  return result
}
