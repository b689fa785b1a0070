import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { download } from './download.mjs'
import { requireSha256 } from './integrity.mjs'
import { SetupProblem } from './problem.mjs'
import { ROOT } from './project.mjs'
import { releaseAddress } from './release.mjs'
import { unzip } from './zip.mjs'

/**
 * Fetches the official build, checks it against the table in the `electron` package (whose own
 * integrity package-lock.json pins), and unpacks it below `work`.
 * @param {string} work
 * @param {{ version: string, env: NodeJS.ProcessEnv, target: { platform: string, arch: string }, onProgress?: (bytes: number, total: number) => void }} options
 * @returns {Promise<string>} the finished folder
 */
export async function makeOfficialBuild(work, { version, env, target, onProgress }) {
  const { url, file } = releaseAddress(version, env, target)
  const archive = join(work, 'runtime.zip')
  await download(url, archive, { env, ...(onProgress ? { onProgress } : {}) })
  await requireSha256(archive, checksumOf(file), `${file} from ${url.host}`)
  const folder = join(work, 'electron')
  mkdirSync(folder)
  await unzip(archive, folder)
  rmSync(archive)
  return folder
}

/** @param {string} file */
function checksumOf(file) {
  const table = JSON.parse(
    readFileSync(join(ROOT, 'node_modules', 'electron', 'checksums.json'), 'utf8'),
  )
  if (typeof table[file] === 'string') return table[file]
  throw new SetupProblem(
    'setup/platform-unknown',
    `Electron has no build named ${file}.`,
    'Point ELECTRON_OVERRIDE_DIST_PATH at the folder of an Electron that runs here.',
  )
}
