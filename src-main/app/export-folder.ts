import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** `desynclab-<name>-<date>-<time>` in local time, safe on every file system. */
export function exportName(runName: string, now: Date): string {
  const name = runName
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60)
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
  return ['desynclab', ...(name === '' ? [] : [name]), date, time].join('-')
}

/** Makes a new folder of that name, or with the next free number: nothing is overwritten. */
export async function makeExportFolder(parent: string, name: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const folder = join(parent, attempt === 1 ? name : `${name}-${attempt}`)
    try {
      await mkdir(folder)
      return folder
    } catch (thrown) {
      const taken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST'
      if (!taken || attempt >= 1000) throw thrown
    }
  }
}
