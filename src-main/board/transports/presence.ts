import { stat } from 'node:fs/promises'

/** How soon a device that is gone is noticed, ms. */
const EVERY_MS = 250

/** What a device file is; null where there is none, or none to look at (COM3). */
export async function fileIdentity(path: string): Promise<string | null> {
  try {
    const { ino, rdev, birthtimeMs } = await stat(path)
    return `${ino} ${rdev} ${birthtimeMs}`
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return null
    throw thrown
  }
}

/**
 * Looks after a device file, and calls once when it is gone or another one took its place. On Linux
 * a terminal that was hung up can read as empty for ever, and serialport then goes on reading
 * without a word: its file is the surer witness.
 * @returns what ends the watch.
 */
export async function watchDevice(path: string, gone: () => void): Promise<() => void> {
  const first = await fileIdentity(path)
  if (first === null) return () => undefined
  let over = false
  const look = async (): Promise<void> => {
    const now = await fileIdentity(path)
    if (over) return
    if (now !== first) {
      end()
      gone()
    }
  }
  const timer = setInterval(() => void look(), EVERY_MS)
  const end = (): void => {
    over = true
    clearInterval(timer)
  }
  timer.unref()
  return end
}
