import { readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'

/** In the app's data folder: which folder of runs was chosen in the window. */
const CHOICE = 'store.json'
const choiceSchema = z.strictObject({ directory: z.string().refine(isAbsolute) })

/**
 * Where runs are stored: in the app's own data folder or where the window was told, which the
 * command line finds too. An environment variable `DESYNCLAB_STORE` holds for both.
 */
export function storeDirectory(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  // As Electron places `userData` for an app of that name.
  return storeOf(join(applicationData(environment, platform, home), 'desynclab'), environment)
}

/** @param data the app's data folder */
export function storeOf(data: string, environment: NodeJS.ProcessEnv = process.env): string {
  return environment.DESYNCLAB_STORE || (chosen(data) ?? join(data, 'runs'))
}

/** From now on runs are stored there. @throws what the file system throws */
export function chooseStore(data: string, directory: string): void {
  writeFileSync(join(data, CHOICE), `${JSON.stringify({ directory })}\n`)
}

/** null: nothing was chosen, or nothing that can be read, and then the usual folder holds. */
function chosen(data: string): string | null {
  let text: string
  try {
    text = readFileSync(join(data, CHOICE), 'utf8')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
    throw thrown
  }
  return parsed(text)
}

function parsed(text: string): string | null {
  try {
    return choiceSchema.parse(JSON.parse(text)).directory
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof z.ZodError) return null
    throw thrown
  }
}

function applicationData(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'win32') return environment.APPDATA || join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return environment.XDG_CONFIG_HOME || join(home, '.config')
}
