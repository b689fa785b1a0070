import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, 'reference')
/** Built programs and network files; safe to delete. */
export const cache = join(import.meta.dirname, '../node_modules/.cache/desynclab-bench')

export type Reference = 'dense.c' | 'tape.c' | 'cholmod.c' | 'dense.py' | 'splu.py' | 'spins.py'

/** A command to start it with, or why there is none and what to do. */
export type Availability = { command: string[] } | { missing: string }

const works = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

function buildC(name: string, flags: string[], libraries: string[], install: string): Availability {
  mkdirSync(cache, { recursive: true })
  const program = join(cache, name.replace('.c', ''))
  const args = [...flags, '-o', program, join(source, name), ...libraries]
  const built = spawnSync('gcc', args, { encoding: 'utf8' })
  if (built.status === 0) return { command: [program] }
  const first = built.error?.message ?? built.stderr.split('\n').find((line) => /error/.test(line))
  return { missing: `${name} was not built (${first ?? 'gcc failed'}): install ${install}` }
}

function python(name: string, modules: string, install: string): Availability {
  for (const command of ['python3', '/usr/bin/python3'])
    if (works(command, ['-c', `import ${modules}`]))
      return { command: [command, join(source, name)] }
  return { missing: `${name} cannot run (no Python with ${modules}): install ${install}` }
}

const plain = ['-O3', '-march=native']

const find: Record<Reference, () => Availability> = {
  'dense.c': () => buildC('dense.c', plain, ['-lm'], 'gcc'),
  'tape.c': () => buildC('tape.c', plain, ['-lm'], 'gcc'),
  'cholmod.c': () =>
    buildC('cholmod.c', plain, ['-lcholmod', '-lm'], 'gcc libsuitesparse-dev libopenblas-dev'),
  'dense.py': () => python('dense.py', 'numpy', 'python3-numpy'),
  'spins.py': () => python('spins.py', 'numpy', 'python3-numpy'),
  'splu.py': () => python('splu.py', 'numpy, scipy.sparse', 'python3-numpy python3-scipy'),
}

const found = new Map<Reference, Availability>()

/** Builds or looks for a reference, once. */
export function reference(name: Reference): Availability {
  const known = found.get(name)
  if (known !== undefined) return known
  const availability = find[name]()
  found.set(name, availability)
  return availability
}
