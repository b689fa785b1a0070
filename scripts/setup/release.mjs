/** Electron's own release host; a mirror replaces it, in the words of Electron's documentation. */
const RELEASES = 'https://github.com/electron/electron/releases/download/'

/**
 * Where the official build of a version is, honouring the mirror variables of @electron/get.
 * @param {string} version without `v`
 * @param {NodeJS.ProcessEnv} env
 * @param {{ platform: string, arch: string }} target
 * @returns {{ url: URL, file: string }} `file` is the name in Electron's table of checksums
 */
export function releaseAddress(version, env, { platform, arch }) {
  const file = `electron-v${version}-${platform}-${arch}.zip`
  const base = setting(env, 'mirror') ?? RELEASES
  const folder = (setting(env, 'custom_dir') ?? `v${version}`).replace('{{ version }}', version)
  const name = setting(env, 'custom_filename') ?? file
  return { url: new URL(`${base.replace(/\/*$/, '/')}${folder}/${name}`), file }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
function setting(env, name) {
  const joined = name.replace('_', '')
  return (
    env[`npm_config_electron_${joined}`] ||
    env[`npm_config_electron_${name}`] ||
    env[`NPM_CONFIG_ELECTRON_${name.toUpperCase()}`] ||
    env[`ELECTRON_${name.toUpperCase()}`] ||
    undefined
  )
}
