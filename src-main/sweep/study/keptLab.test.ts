import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SimulatedMachine } from '../../machine/simulated'
import { inlinePool } from '../inline'
import { damage } from './damage'
import {
  begunPlans,
  noteWorked,
  openStudyFolder,
  readStudyStamp,
  type StudyIdentity,
} from './folder'
import { KeptLab, StudyStopped } from './keptLab'
import { inlineLab } from './testing/lab'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desynclab-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sizes = { tasks: 2, sequences: 1 }
const identity: StudyIdentity = {
  study: 'damage',
  form: 'quick',
  laboratoryStepS: null,
  machine: 'simulation',
}

/** Counts what is done in this go; `most` ends it there. */
function laboratory(most = Infinity) {
  let done = 0
  const lab = new KeptLab({
    folder,
    makePool: (sweep) => inlinePool(sweep, () => new SimulatedMachine()),
    nowMs: () => performance.now(),
    done: () => ++done >= most && lab.stop(),
  })
  return { lab, done: () => done }
}

test('a study that was stopped goes on with what is missing, and comes to the same', async () => {
  const first = laboratory(3)
  await expect(damage.make(sizes, first.lab)).rejects.toBeInstanceOf(StudyStopped)
  expect(first.done()).toBe(3)
  const second = laboratory()
  const findings = await damage.make(sizes, second.lab)
  expect(findings).toEqual(await damage.make(sizes, inlineLab))
  // Once more nothing is left to do: every number comes from the disk.
  const third = laboratory()
  expect(await damage.make(sizes, third.lab)).toEqual(findings)
  expect(third.done()).toBe(0)
  expect(second.done()).toBeGreaterThan(3)
  expect(begunPlans(folder).length).toBeGreaterThan(0)
}, 120_000)

test('a folder takes one study, says how long was worked on it, and nothing of somebody else', () => {
  const stamp = openStudyFolder(join(folder, 'a'), identity)
  expect(openStudyFolder(join(folder, 'a'), identity)).toEqual(stamp)
  noteWorked(join(folder, 'a'), 1500)
  noteWorked(join(folder, 'a'), 500)
  expect(readStudyStamp(join(folder, 'a')).workedMs).toBe(2000)
  const refused = (where: string, wanted: StudyIdentity) => () => openStudyFolder(where, wanted)
  expect(refused(join(folder, 'a'), { ...identity, form: 'full' })).toThrow('quick form')
  const other = JSON.stringify({ ...stamp, engine: '0.0.1+0' })
  writeFileSync(join(folder, 'a', 'begun.json'), other)
  expect(refused(join(folder, 'a'), identity)).toThrow('another engine')
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  expect(refused(folder, identity)).toThrow('no study was begun in it')
})
