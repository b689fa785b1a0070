import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { studyResultSchema } from '@contract'
import { expect, test } from 'vitest'
import { perform, studies } from '../../sweep/study'
import { damage } from '../../sweep/study/damage'
import { inlineLab } from '../../sweep/study/testing/lab'
import { writeStudy, writeStudyBeside } from './index'
import { studyPage } from './page'

const versions = { desynclab: '0.1.0', node: '20', platform: 'test' }

/** A study of a second, in full: what it says is not judged here. */
async function made() {
  const [, , , , named] = studies
  const parts = {
    form: 'quick',
    settings: {},
    machine: 'simulation',
    again: 'desynclab study damage --quick',
    versions,
  } as const
  let clockMs = 0
  return perform(
    { ...named, make: (_form, lab) => damage.make({ tasks: 2, sequences: 1 }, lab) },
    { ...parts, lab: inlineLab, nowMs: () => (clockMs += 1000) },
  )
}

test('a study is written with its report, figures, plans and every run, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desynclab-study-'))
  try {
    const performed = await made()
    const { result } = performed
    expect(studyResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
    const out = join(folder, 'damage')
    const names = await writeStudy(out, performed, { content: null, why: 'not here' })
    expect(names.sort()).toEqual((await readdir(out)).sort())
    expect(names).toContain('report.html')
    for (const ending of ['.svg', '.png'])
      expect(names.filter((name) => name.endsWith(ending))).toHaveLength(result.figures.length)
    expect(names.filter((name) => name.startsWith('plan-'))).toHaveLength(4)
    const runs = (await readFile(join(out, 'runs.csv'), 'utf8')).trim().split('\r\n')
    expect(runs).toHaveLength(1 + result.runs)
    const cells = runs.map((row) => row.replace(/"[^"]*"/g, '').split(',').length)
    expect(new Set(cells).size).toBe(1)
    const again = writeStudy(out, performed, { content: null, why: '' })
    await expect(again).rejects.toMatchObject({ problem: { id: 'report-folder-taken' } })
    // Beside its runs a study takes the place of what it wrote there, and of nothing else.
    await writeFile(join(out, 'mine.txt'), 'mine')
    const fewer = { ...performed, result: { ...result, figures: result.figures.slice(1) } }
    const beside = await writeStudyBeside(out, fewer, { content: null, why: '' })
    expect((await readdir(out)).sort()).toEqual([...beside, 'mine.txt'].sort())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)

test('the page says the verdict, the numbers, what is missing and how to do it again, and needs nothing else', async () => {
  const { result } = await made()
  const page = studyPage({
    ...result,
    verdict: { holds: false, sentence: 'That 2 < 1 does not come out.' },
    gaps: ['Two seeds failed.'],
  })
  expect(page).toContain('It does not come out as asked.')
  expect(page).toContain('That 2 &lt; 1 does not come out.')
  expect(page).toContain('Two seeds failed.')
  expect(page).toContain('desynclab study damage --quick')
  expect(page).toContain('No number of that paper is used or claimed here')
  expect(page.match(/<svg /g)).toHaveLength(result.figures.length)
  for (const { name } of result.criteria) expect(page).toContain(name)
  for (const from of ['<script', 'src="http', 'url(http', '<link']) expect(page).not.toContain(from)
  expect(page).toContain('700001 to 700002')
}, 120_000)

test('a study of spins names their papers, and claims no number of them', async () => {
  const { result } = await made()
  const page = studyPage({ ...result, study: 'spins-skips' })
  expect(page).toContain('arXiv:2402.08579')
  expect(page).toContain('only the abstract was at hand')
  expect(page).not.toContain('The question is after Wycoff')
}, 120_000)

test('the page of a study without runs tells of none', async () => {
  const { result } = await made()
  expect(studyPage(result)).toContain('Runs and seeds')
  const none = studyPage({ ...result, runs: 0, plans: [] })
  expect(none).not.toContain('Runs and seeds')
  expect(none).not.toContain('<dt>Runs</dt>')
})
