import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readNetwork, type NetworkFile } from '../machine/network-files'
import { usageError } from './fail'
import { whyUnreadable } from './unreadable'

/** No file above this is even opened, bytes. */
const LARGEST = 200_000_000

/** @throws ProblemError when it cannot be read, with the line and what is allowed. */
export async function loadNetwork(path: string): Promise<NetworkFile> {
  let text: string
  try {
    const { size } = await stat(path)
    if (size > LARGEST)
      throw usageError('network-file', `the file has ${size} bytes`, path, `at most ${LARGEST}`)
    text = await readFile(path, 'utf8')
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown
    throw usageError(
      'network-file',
      `cannot read it: ${whyUnreadable(thrown)}`,
      path,
      'check its name',
    )
  }
  return readNetwork(text, basename(path))
}
