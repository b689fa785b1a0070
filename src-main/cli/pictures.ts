import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import {
  checkConfig,
  imagesTaskSchema,
  MOST_PICTURE_BYTES,
  pictureRun,
  pictureChoiceSchema,
  picturesTooLarge,
  ProblemError,
  stackFor,
  type PictureFiles,
  type RunConfig,
} from '@contract'
import {
  pairPictures,
  picturesTask,
  type GivenFile,
  type PictureSets,
} from '../machine/picture-files'
import { usageError } from './fail'
import { whyUnreadable } from './unreadable'

const paths = ({ images, labels, testImages, testLabels }: PictureFiles): string[] =>
  [images, labels, testImages, testLabels].filter((path) => path !== null)

/** Files are told apart by their names, and where two have one name by that and their folder's. */
function nameOf(path: string, files: readonly string[]): string {
  const alone = files.filter((one) => basename(one) === basename(path)).length === 1
  return alone ? basename(path) : join(basename(dirname(resolve(path))), basename(path))
}

async function load(path: string, files: readonly string[]): Promise<GivenFile> {
  try {
    const { size } = await stat(path)
    if (size > MOST_PICTURE_BYTES) throw new ProblemError(picturesTooLarge(path, size))
    return { name: nameOf(path, files), content: await readFile(path) }
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown
    throw usageError(
      'unreadable-pictures',
      `cannot read the file of pictures: ${whyUnreadable(thrown)}`,
      path,
      'check its name; a path in a configuration is relative to the configuration',
    )
  }
}

const read = async (files: readonly string[]): Promise<PictureSets> =>
  pairPictures(await Promise.all(files.map((path) => load(path, files))))

/** Paths in a configuration are relative to it. */
export function besideConfig(data: unknown, path: string): unknown {
  if (!isObject(data)) return data
  const { task } = data
  if (!isObject(task) || !isObject(task['files'])) return data
  const beside = (value: unknown): unknown =>
    typeof value === 'string' && value !== '' ? resolve(dirname(path), value) : value
  const whole = Object.fromEntries(
    Object.entries(task['files']).map(([key, at]) => [key, beside(at)]),
  )
  return { ...data, task: { ...task, files: whole } }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A run with the pictures of files, which are told apart by what they hold, on a stack of lattices
 * that fits them. The pictures themselves are put in by `withPictures`, once all is chosen.
 * @throws ProblemError where the files are not those of pictures and their labels
 */
export async function pictureConfig(base: unknown, files: readonly string[]): Promise<RunConfig> {
  const config = checkConfig(base, 'the start')
  const { train, test } = await read(files)
  const named = (name: string): string => {
    const path = files.find((one) => nameOf(one, files) === name)
    if (path === undefined) throw new Error(`no file is called ${name}`)
    return resolve(path)
  }
  const trainExamples = Math.min(500, train.count)
  const testExamples = Math.min(200, test?.count ?? train.count - trainExamples)
  const task = imagesTaskSchema.parse({
    kind: 'images',
    trainExamples,
    testExamples,
    files: {
      images: named(train.images.name),
      labels: named(train.labelled.name),
      testImages: test && named(test.images.name),
      testLabels: test && named(test.labelled.name),
    },
  })
  const network = stackFor(train.rows, train.columns, new Set(train.labels).size)
  return pictureRun(task, network ?? config.network, config)
}

/** The configuration with the pictures of its files in it, so that a record of it needs no file. */
export async function withPictures(config: RunConfig): Promise<RunConfig> {
  const { task } = config
  if (task.kind !== 'images' || task.files === null) return config
  const sets = await read(paths(task.files))
  return { ...config, task: picturesTask(sets, pictureChoiceSchema.strip().parse(task)) }
}
