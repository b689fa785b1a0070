import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../setup/project.mjs'

const pages = ['README.md', 'CONTRIBUTING.md', 'docs/house.md']
const folders = 'src-main|src-preload|src-renderer|resources|docs|examples|e2e|scripts|bench'
const named = new RegExp(`(?<=[\`( ])(?:${folders})/[\\w./-]+(?<!\\.)`, 'g')

/** NAME and AREA stand for a new part's name: others like it must be there. */
function isThere(/** @type {string} */ path) {
  if (!/NAME|AREA/.test(path)) return existsSync(join(ROOT, path))
  const folder = join(ROOT, dirname(path))
  const like = new RegExp(
    `^${basename(path)
      .replace(/NAME|AREA/, '[\\w-]+')
      .replace('.', '\\.')}$`,
  )
  return existsSync(folder) && readdirSync(folder).some((name) => like.test(name))
}

test.each(pages)('every file and folder that %s names is there', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const paths = [...new Set(text.match(named) ?? [])].filter((path) => !path.includes('pictures/'))
  expect(paths.length).toBeGreaterThan(4)
  expect(paths.filter((path) => !isThere(path))).toEqual([])
})

test('every command that the README and CONTRIBUTING name is one of the project', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const names = pages.flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    return [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => name)
  })
  expect(names.length).toBeGreaterThan(4)
  expect(names.filter((name) => !(name in scripts))).toEqual([])
})

test('citation and changelog speak of the version of the package, under the same licence', () => {
  const read = (/** @type {string} */ name) => readFileSync(join(ROOT, name), 'utf8')
  const { version, license } = JSON.parse(read('package.json'))
  const citation = read('CITATION.cff')
  for (const line of [`version: ${version}`, `license: ${license}`, 'cff-version: 1.2.0'])
    expect(citation.split('\n')).toContain(line)
  for (const key of ['message', 'title', 'authors', 'date-released'])
    expect(citation).toMatch(new RegExp(`^${key}:`, 'm'))
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm'))
  expect(read('LICENSE')).toMatch(/^MIT License/)
})
