import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where runs are stored: in the app's own data folder, which the command line finds too. An
 * environment variable `DESYNCLAB_STORE` holds for both.
 */
export function storeDirectory(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const chosen = environment.DESYNCLAB_STORE
  if (chosen) return chosen
  // As Electron places `userData` for an app of that name.
  return join(applicationData(environment, platform, home), 'desynclab', 'runs')
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
