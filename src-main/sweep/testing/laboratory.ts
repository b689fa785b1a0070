import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabEvent } from '@contract'
import { SimulatedMachine } from '../../machine/simulated'
import { inlinePool } from '../inline'
import { Sweeps } from '../laboratory/sweeps'

/** Sweeps in a folder of their own, one run after the other in this thread. */
export function testSweeps(
  directory = join(mkdtempSync(join(tmpdir(), 'desynclab-sweeps-')), 'sweeps'),
  emit: (event: LabEvent) => void = () => undefined,
): Sweeps {
  return new Sweeps({
    directory: () => directory,
    makePool: (sweep) => inlinePool(sweep, () => new SimulatedMachine()),
    emit,
    nowMs: () => performance.now(),
    later: (_, call) => void setImmediate(call),
    owner: 1,
  })
}
