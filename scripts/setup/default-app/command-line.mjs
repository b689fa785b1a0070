/**
 * @param {string[]} argv the executable first
 * @returns {{ file: string | undefined, preload: string[], version: boolean }} `file` is the first argument that is no switch
 */
export function parseCommandLine(argv) {
  /** @type {string[]} */
  const preload = []
  for (let i = 1; i < argv.length; i++) {
    const argument = argv[i]
    if (argument === '-r' || argument === '--require') preload.push(argv[++i])
    else if (argument.startsWith('--require=')) preload.push(argument.slice('--require='.length))
    else if (argument === '-v' || argument === '--version') {
      return { file: undefined, preload, version: true }
    } else if (!argument.startsWith('-')) return { file: argument, preload, version: false }
  }
  return { file: undefined, preload, version: false }
}
