import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { studies } from '../sweep/study'
import { main } from './program'

async function desynclab(...argv: string[]) {
  const lines: string[] = []
  let err = ''
  const code = await main(argv, {
    out: (text) => lines.push(text),
    err: (text) => (err += text),
    columns: null,
    interrupted: () => false,
  })
  return { code, err, out: lines.join('\n') }
}

test('without a name the studies are listed with what they ask', async () => {
  const { code, out } = await desynclab('study')
  expect(code).toBe(0)
  for (const { name, title, question } of studies) {
    expect(out).toContain(`${name} `)
    expect(out).toContain(title)
    expect(out).toContain(question)
  }
})

test.each([
  [['nope'], 'there is no study'],
  [['discrete', '--quick', '--full'], '--quick and --full exclude each other'],
  [['discrete', '--board', 'virtual'], '--board is of the study board'],
  [['discrete', '--lab-step', '1'], '--lab-step is of the study speed'],
  [['speed', '--lab-step', '-1'], "'-1' is no time of a step"],
  [['board'], 'this study is on a board'],
])('a study that cannot be made is refused before anything is run: %j', async (argv, why) => {
  const { code, err, out } = await desynclab('study', ...argv)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(why)
})

test('a folder that is taken is refused before anything is run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desynclab-study-'))
  try {
    await writeFile(join(folder, 'mine.txt'), 'mine')
    const { code, err } = await desynclab('study', 'ideal-cost', '--out', folder)
    expect(code).toBe(2)
    expect(err).toContain('no study was begun in it')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
