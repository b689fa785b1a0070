import { ProblemError } from '@contract'
import type { RunCheckpoint } from '../checkpoint'
import type { Database } from './database'
import { machineAt, type CreateMachine } from './machine-at'
import { readResumption } from './read'

/**
 * What makes a stored run go on, bit for bit. Where its newest checkpoint cannot be read, since it
 * was damaged or another version wrote it, the machine is computed again from an earlier one.
 * @throws ProblemError `no-such-run`, `no-frames`
 */
export async function resumptionOf(
  database: Database,
  id: string,
  createMachine: CreateMachine,
): Promise<RunCheckpoint> {
  const checkpoint = readResumption(database, id)
  const { config, step } = checkpoint
  if (config.machine.kind !== 'simulated') return checkpoint
  const machine = createMachine(config.machine.kind)
  try {
    await machine.configure(id, config)
    await machine.restore(checkpoint.machine)
    return checkpoint
  } catch (thrown) {
    const foreign = thrown instanceof ProblemError && thrown.problem.id === 'foreign-checkpoint'
    if (!foreign) throw thrown
    const again = await machineAt(database, id, step, createMachine)
    return { ...checkpoint, machine: await again.checkpoint() }
  } finally {
    await machine.close()
  }
}
