import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { code, MADE, prose, table } from './markdown'
import { problemsIn, type Said } from './problems'

/** Where a problem belongs, by the beginning of the path of the file that says it. */
const areas: readonly (readonly [title: string, paths: readonly string[]])[] = [
  ['Configuration', ['src-preload/', 'src-main/physics/', 'src-main/machine/']],
  ['Boards', ['src-main/board/', 'src-main/machine/board']],
  ['Runs and their record', ['src-main/run/']],
  ['Sweeps and studies', ['src-main/sweep/']],
  ['Reports and bundles', ['src-main/report/']],
  ['Command line', ['src-main/cli/']],
  ['The window and its engine', ['src-main/engine/', 'src-main/app/', 'src-renderer/']],
]

function areaOf(file: string): string {
  const fitting = areas.flatMap(([title, paths]) =>
    paths.filter((path) => file.startsWith(path)).map((path) => ({ title, length: path.length })),
  )
  const [best] = fitting.sort((a, b) => b.length - a.length)
  if (best === undefined) throw new Error(`the page of errors has no area for ${file}`)
  return best.title
}

/** One row per id: what was said first, and other words for it where they differ. */
function rowsOf(problems: readonly Said[]): string[][] {
  const ids = [...new Set(problems.map(({ id }) => id))].sort()
  return ids.flatMap((id) => {
    const same = problems.filter((one) => one.id === id)
    const all = (text: (one: Said) => string) =>
      [...new Set(same.map(text).filter((words) => /[A-Za-z]/.test(words)))].map(prose).join(' / ')
    const kept = all((one) => one.kept)
    const tip = all((one) => one.tip)
    const message = all((one) => one.message)
    if (message + tip === '') return []
    const advice = [tip, kept && `_Kept:_ ${kept}`].filter(Boolean).join(' ')
    return [[code(id), message || '…', advice]]
  })
}

/** The program's sources, tests and generated files aside. */
function sources(root: string): string[] {
  return ['src-main', 'src-preload', 'src-renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|[\\/]testing|wasm|\.d\.ts$/.test(name))
      .sort()
      .map((name) => join(root, folder, name)),
  )
}

/** Every problem that the program can tell of by name. @param root of the project */
export function errorsPage(root: string): string {
  const problems = problemsIn(root, sources(root))
  const sections = areas.map(([title]) => {
    const rows = rowsOf(problems.filter(({ file }) => areaOf(file) === title))
    return `## ${title}\n\n${table(['id', 'what happened', 'what to do'], rows)}`
  })
  return `# Errors, one by one

${MADE}

A problem says what happened, where, what was kept and what to do, in the window as on the command line; \`DESYNCLAB_DEBUG=1\` adds where in the program it came from. Its id stays the same over versions and languages. An ellipsis stands for what is known only when it happens. For symptoms rather than messages: [troubleshooting](troubleshooting.md).

${sections.join('\n\n')}
`
}
