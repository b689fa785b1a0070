import { lstat, readlink, symlink, unlink } from 'node:fs/promises'
import { linkFailed, linkTaken } from './problems'

/** Where terminals are: a link into there is one of an earlier run, and may be renewed. */
const TERMINALS = /^\/dev\//

/** What a link points to; null where there is nothing, 'no link' where there is something else. */
async function targetOf(path: string): Promise<string | null> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : 'no link'
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
    throw thrown
  }
}

/**
 * A link with a name that stays, to a terminal whose number changes.
 * @throws ProblemError pseudo-terminal-link-taken (what is there is left alone),
 *   pseudo-terminal-link-failed
 */
export async function makeLink(terminal: string, path: string): Promise<void> {
  try {
    const target = await targetOf(path)
    if (target !== null) {
      if (!TERMINALS.test(target)) throw linkTaken(path)
      await unlink(path)
    }
    await symlink(terminal, path)
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) throw linkFailed(path, thrown.message)
    throw thrown
  }
}

/** Takes the link away if it still is that one. */
export async function removeLink(terminal: string, path: string): Promise<void> {
  if ((await targetOf(path)) === terminal) await unlink(path)
}
