import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportName, makeExportFolder } from './export-folder'
import { openLog } from './log'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the folder of an export', () => {
  it('is named after the run and the time', () => {
    const now = new Date(2026, 0, 2, 3, 4, 5)
    expect(exportName('Iris on penn16', now)).toBe('desynclab-iris-on-penn16-20260102-030405')
    expect(exportName('', now)).toBe('desynclab-20260102-030405')
    expect(exportName('../..\\ä:*?"<>|', now)).toBe('desynclab-a-20260102-030405')
    expect(exportName('鸢尾花', now)).toBe('desynclab-20260102-030405')
  })

  it('is always a new one', async () => {
    const first = await makeExportFolder(folder, 'report')
    await writeFile(join(first, 'kept.txt'), 'kept')
    expect(basename(await makeExportFolder(folder, 'report'))).toBe('report-2')
    expect(basename(await makeExportFolder(folder, 'report'))).toBe('report-3')
    expect(await readdir(first)).toEqual(['kept.txt'])
  })

  it('says when its parent is not there', async () => {
    await expect(makeExportFolder(join(folder, 'missing'), 'x')).rejects.toThrow(/ENOENT/)
  })
})

describe('the log', () => {
  it('appends a line with its time, and stays short', async () => {
    const log = openLog(join(folder, 'logs'), () => new Date(0))
    log('first')
    log('second')
    const text = await readFile(join(folder, 'logs', 'main.log'), 'utf8')
    expect(text).toBe('1970-01-01T00:00:00.000Z first\n1970-01-01T00:00:00.000Z second\n')
    for (let line = 0; line < 30; line++) log('x'.repeat(100_000))
    const kept = await readdir(join(folder, 'logs'))
    expect(kept.sort()).toEqual(['main.log', 'main.log.1'])
  })
})
