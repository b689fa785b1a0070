import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digitFiles } from '../machine/picture-files/testing'
import { chooseConfig } from './run-config'
import { main } from './program'

let folder: string
const names = { images: 'train-images-idx3-ubyte.gz', labels: 'train-labels-idx1-ubyte.gz' }
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-'))
  const { images, labels } = digitFiles(40, { side: 8, packed: true })
  for (const { name, content } of [images, labels]) await writeFile(at(name), content)
  const config = {
    network: { kind: 'stacked', rows: 8, columns: 8, roles: { kind: 'ends' } },
    task: { kind: 'images', files: names, classes: [1, 8], trainExamples: 6, testExamples: 2 },
    rule: { kind: 'xy', evaluateStarts: 1 },
    schedule: { kind: 'synchronous' },
    batch: { size: 5 },
    stop: { steps: 2 },
  }
  await writeFile(at('digits.json'), JSON.stringify(config))
})
afterAll(() => rm(folder, { recursive: true }))

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

describe('files of pictures on the command line', () => {
  it('are named by a configuration beside them, and are in its record: they may go', async () => {
    const first = await desynclab(
      'run',
      '--config',
      at('digits.json'),
      '--report',
      at('b'),
      '--json',
    )
    expect(first).toMatchObject({ code: 0, err: '' })
    for (const name of Object.values(names)) await rm(at(name))
    const again = await desynclab('run', '--config', at('b/run.json'), '--json')
    expect(JSON.parse(again.out).hash).toBe(JSON.parse(first.out).hash)
    const verdict = await desynclab('verify', at('b'))
    expect(verdict.out).toMatch(/^reproduced: 2 steps/)
    const gone = await desynclab('run', '--config', at('digits.json'))
    expect(gone.code).toBe(2)
    expect(gone.err).toMatch(/cannot read the file of pictures: there is no such file/)
    expect(gone.err).toContain(at(names.images))
  }, 60_000)

  it('become a run on a stack of lattices that fits them', async () => {
    const files = digitFiles(40, { name: 'all' })
    const paths = await Promise.all(
      [files.labels, files.images].map(async ({ name, content }) => {
        await writeFile(at(name), content)
        return at(name)
      }),
    )
    const set = ['task.trainExamples=20', 'task.testExamples=5', 'task.most=30']
    const config = await chooseConfig({ pictures: paths, set, steps: '1' })
    expect(config).toMatchObject({
      network: { kind: 'stacked', rows: 28, columns: 28, readout: 10, roles: { kind: 'ends' } },
      task: { kind: 'images', files: null, pictures: { train: { count: 30, of: 40 }, test: null } },
      rule: { kind: 'xy' },
    })
    await expect(chooseConfig({ pictures: [paths[0]], set, steps: '1' })).rejects.toThrow(
      /no file of images/,
    )
  })

  it('that are none are refused in the words of a command: there is no present run', async () => {
    await writeFile(at('junk.gz'), 'no pictures')
    const { code, err } = await desynclab('run', '--pictures', at('junk.gz'))
    expect(code).toBe(2)
    expect(err).toMatch(/no IDX file.* — junk\.gz — no run was begun — Take an IDX file/)
    expect(err).not.toMatch(/present run/)
  })

  it('are told apart by their folders where their names are the same', async () => {
    const paths: string[] = []
    for (const [folderName, count] of [
      ['test', 30],
      ['learn', 20],
    ] as const) {
      await mkdir(at(folderName))
      const { images, labels } = digitFiles(count, { side: 8 })
      for (const { name, content } of [images, labels]) {
        paths.push(join(at(folderName), name))
        await writeFile(paths[paths.length - 1], content)
      }
    }
    const set = ['task.trainExamples=6', 'task.testExamples=2']
    const { task } = await chooseConfig({ pictures: paths, set, steps: '1' })
    expect(task).toMatchObject({
      pictures: {
        train: { images: 'learn/train-images-idx3-ubyte', of: 20 },
        test: { images: 'test/train-images-idx3-ubyte', of: 30 },
      },
    })
  })
})
