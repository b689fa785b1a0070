import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parseJson, type SweepPlan } from '@contract'
import { isSweepFolder, readFolderPlan, readPlan } from '../sweep'
import { usageError } from './fail'
import { whyUnreadable } from './unreadable'

/** A plan, and where its results go unless told otherwise. */
export interface FoundPlan {
  plan: SweepPlan
  folder: string
}

/** Beside the plan, so that the same command finds it again. */
function folderFor(path: string): string {
  const name = basename(path).replace(/\.json$/i, '')
  return join(dirname(resolve(path)), name === basename(path) ? `${name}.sweep` : name)
}

/**
 * The plan in a file, or in the folder of a sweep that was begun.
 * @throws ProblemError
 */
export async function findPlan(path: string): Promise<FoundPlan> {
  let text: string
  try {
    if ((await stat(path)).isDirectory()) {
      if (isSweepFolder(path)) return { plan: readFolderPlan(path), folder: resolve(path) }
      throw usageError('no-sweep', 'there is no sweep in it', path, 'give a plan, or its folder')
    }
    text = await readFile(path, 'utf8')
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown
    const tip = 'check its name; desynclab plan --help makes one'
    throw usageError('unreadable-plan', `cannot read it: ${whyUnreadable(thrown)}`, path, tip)
  }
  return { plan: readPlan(parse(text, path), path), folder: folderFor(path) }
}

function parse(text: string, path: string): unknown {
  try {
    return parseJson(text)
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    throw usageError(
      'bad-json',
      `it is no JSON: ${thrown.message}`,
      path,
      'docs/sweeps.md shows one',
    )
  }
}
