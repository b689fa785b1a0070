import { deflateRawSync, gzipSync } from 'node:zlib'
import { MOST_PICTURE_BYTES, runConfigSchema } from '@contract'
import { describe, expect, test } from 'vitest'
import { SimulatedMachine } from '../simulated'
import { refused } from '../testing'
import { pairPictures, picturesTask, pictureSummary, unpackPictures } from './index'
import type { GivenFile } from './read'
import { digitFiles, idxFile } from './testing'

const train = digitFiles(60, { side: 8 })
const tests = digitFiles(20, { side: 8, seed: 3, name: 't10k', packed: true })
const named = (name: string, content: Uint8Array): GivenFile => ({ name, content })
const choice = {
  ...{ most: null, trainExamples: 40, testExamples: 15, classes: null },
  ...{ margin: 0, height: null, width: null, lowV: 0, highV: 5 },
}

describe('which file is which', () => {
  test('is found by what they hold, in any order, packed or not', () => {
    const sets = pairPictures([tests.labels, train.images, tests.images, train.labels])
    expect([sets.train.count, sets.test?.count]).toEqual([60, 20])
    expect(sets.train.labelled.name).toBe('train-labels-idx1-ubyte')
    expect(sets.test?.labelled.name).toBe('t10k-labels-idx1-ubyte.gz')
  })

  test('the larger pair trains where no name says what tests', () => {
    const [few, many] = [
      digitFiles(5, { side: 8, name: 'a' }),
      digitFiles(9, { side: 8, name: 'b' }),
    ]
    const sets = pairPictures([few.images, few.labels, many.images, many.labels])
    expect([sets.train.count, sets.test?.count]).toEqual([9, 5])
  })

  test('two pairs of one length are told apart by their names', () => {
    const other = digitFiles(60, { side: 8, seed: 2, name: 'test' })
    const sets = pairPictures([other.labels, train.labels, other.images, train.images])
    expect(sets.train.labelled.name).toBe('train-labels-idx1-ubyte')
    expect(sets.test?.labelled.name).toBe('test-labels-idx1-ubyte')
  })

  test('a summary counts the labels and has pictures to look at', () => {
    const seen = pictureSummary(pairPictures([train.images, train.labels]))
    expect([seen.rows, seen.columns, seen.test]).toEqual([8, 8, null])
    expect(seen.train.classes).toEqual(
      Array.from({ length: 10 }, (_, label) => ({ label, count: 6 })),
    )
    expect([seen.samples.length, seen.sampleLabels.length]).toEqual([24 * 64, 24])
  })
})

const gz = (content: Uint8Array) => named('x.gz', gzipSync(content))
// 300 MB of nothing in 300 KB.
const bomb = gz(new Uint8Array(300_000_000))

test.each<[string, string, GivenFile[], RegExp]>([
  ['images alone', 'pictures-without-labels', [train.images], /labels of its 60 pictures/],
  ['labels alone', 'labels-without-pictures', [train.labels], /no file of images/],
  ['labels of others', 'pictures-without-labels', [train.images, tests.labels], /60 .* has 20/],
  ['three files', 'pictures-without-labels', [train.images, train.labels, tests.images], /20/],
  ['labels twice', 'too-many-picture-files', [train.images, train.labels, train.labels], /2 of/],
  ['a table', 'neither-images-nor-labels', [named('t', idxFile([2, 2], [1, 2, 3, 4]))], /2 dim/],
  ['floats', 'bad-idx-file', [named('f', idxFile([1], [0, 0, 0, 0], 13))], /type 0xd/],
  ['nothing', 'bad-idx-file', [named('n', new Uint8Array(0))], /empty/],
  ['a part', 'bad-idx-file', [named('p', train.images.content.slice(0, 99))], /and 83 follow/],
  ['a claim', 'bad-idx-file', [named('c', idxFile([2 ** 32 - 1, 28, 28], [1]))], /and 1 follow/],
  ['a part of gzip', 'damaged-gzip', [named('g', tests.images.content.slice(0, 99))], /unpacked/],
  ['a bomb', 'pictures-too-large', [bomb], /more than 120 MB/],
  ['text in gzip', 'bad-idx-file', [gz(new TextEncoder().encode('a,b\n1,2\n'))], /no IDX file/],
])('%s: refused with what, where, what was kept and what to do', (_, id, files, message) => {
  const problem = refused(() => pairPictures(files))
  expect(problem).toMatchObject({ id, severity: 'error' })
  expect(problem.message).toMatch(message)
  for (const said of [problem.where, problem.kept, problem.tip]) expect(said).toBeTruthy()
})

test('pictures of two sizes and more than may be are refused', () => {
  const wide = digitFiles(5, { side: 9, name: 'test' })
  const files = [train.images, train.labels, wide.images, wide.labels]
  expect(refused(() => pairPictures(files)).id).toBe('pictures-of-two-sizes')
  const whole = named('w', new Uint8Array(MOST_PICTURE_BYTES + 1))
  expect(refused(() => pairPictures([whole])).id).toBe('pictures-too-large')
})

describe('a task with its pictures in it', () => {
  const sets = pairPictures([train.images, train.labels, tests.images, tests.labels])
  const task = picturesTask(sets, choice)
  const config = runConfigSchema.parse({
    task,
    network: { kind: 'stacked', rows: 8, columns: 8, roles: { kind: 'ends' } },
    rule: { kind: 'xy', evaluateStarts: 1 },
    schedule: { kind: 'synchronous' },
    batch: { size: 5 },
    stop: { steps: 3 },
  })
  const learned = async (of: unknown): Promise<string> => {
    const machine = new SimulatedMachine()
    await machine.configure('r', runConfigSchema.parse(of))
    const sink = {
      steps: () => undefined,
      evaluated: () => undefined,
      adjusted: () => undefined,
      problem: () => undefined,
    }
    await machine.advance({ steps: 3, expired: () => false }, sink)
    return machine.hash()
  }

  test('holds every byte of them, and says of which files they are', () => {
    const { pictures } = task
    if (pictures === null) throw new Error('there are no pictures')
    const back = unpackPictures(pictures.train, 8, 8)
    expect(Buffer.compare(back.values, sets.train.values)).toBe(0)
    expect(pictures.train).toMatchObject({ images: 'train-images-idx3-ubyte', count: 60, of: 60 })
    expect(pictures.train.imagesSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('takes at most so many of a file, at equal distances', () => {
    const few = picturesTask(sets, { ...choice, most: 20 })
    expect([few.pictures?.train.count, few.pictures?.train.of]).toEqual([20, 60])
    if (few.pictures === null) throw new Error('there are no pictures')
    const { labels } = unpackPictures(few.pictures.train, 8, 8)
    expect([...labels]).toEqual([...sets.train.labels].filter((_, m) => m % 3 === 0))
  })

  test('is learned to the same bit from what went through JSON', async () => {
    const hash = await learned(config)
    expect(await learned(JSON.parse(JSON.stringify(config)))).toBe(hash)
    expect(await learned({ ...config, seed: 2 })).not.toBe(hash)
  })

  test('is refused where a byte of it is another', async () => {
    if (task.pictures === null) throw new Error('there are no pictures')
    const { train: own } = task.pictures
    const values = sets.train.values.slice()
    values[100] ^= 1
    const with_ = (change: object) =>
      learned({
        ...config,
        task: { ...task, pictures: { ...task.pictures, train: { ...own, ...change } } },
      })
    const pack = (bytes: Uint8Array) => deflateRawSync(bytes).toString('base64')
    const flipped = with_({ pixels: pack(values) })
    await expect(flipped).rejects.toThrow(/SHA-256 is another/)
    await expect(with_({ pixels: pack(values.subarray(1)) })).rejects.toThrow(/3840 bytes were/)
    await expect(with_({ pixels: 'AAAA' })).rejects.toThrow(/not those that were put there/)
    // A bomb: what comes out is bounded by what is announced.
    await expect(with_({ pixels: pack(new Uint8Array(50_000_000)) })).rejects.toThrow(/put there/)
    await expect(with_({ count: 900_000 })).rejects.toThrow(/put there/)
  })
})
