import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabEvent } from '@contract'
import { SimulatedMachine } from '../../machine/simulated'
import { inlinePool } from '../inline'
import { Studies } from '../laboratory/studies'
import type { StudiesParts } from '../laboratory/studiesParts'
import { damage } from '../study/damage'

/** Small enough for a test of seconds, whatever study is asked for. */
const sizes = { tasks: 2, sequences: 1 }

/** Studies in a folder of their own, made in this thread with few runs. */
export function testStudies(
  directory = join(mkdtempSync(join(tmpdir(), 'desynclab-studies-')), 'studies'),
  emit: (event: LabEvent) => void = () => undefined,
  other: Partial<StudiesParts> = {},
): Studies {
  return new Studies({
    directory: () => directory,
    lanes: 1,
    simulation: {
      machine: 'simulation',
      makePool: (sweep) => inlinePool(sweep, () => new SimulatedMachine()),
      close: async () => undefined,
    },
    board: () => Promise.reject(new Error('no board')),
    make: (_, lab) => ({ findings: damage.make(sizes, lab), end: () => undefined }),
    write: (folder, { result }) => writeFile(join(folder, 'study.json'), JSON.stringify(result)),
    versions: { desynclab: '0', node: '20', platform: 'test' },
    emit,
    nowMs: () => performance.now(),
    later: (_, call) => void setImmediate(call),
    owner: 1,
    elsewhere: () => false,
    freed: () => undefined,
    ...other,
  })
}
