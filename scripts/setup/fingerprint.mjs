import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that the build reads; tests are no part of it. */
const FOLDERS = ['src-main', 'src-preload', 'src-renderer', 'resources']
const FILES = /^(package(-lock)?\.json|electron\.vite\.config\.ts|tsconfig.*\.json)$/
/** Of the guide its pages: the window shows them. Its pictures and its site are made later. */
const PAGE = /^docs\/(zh\/)?[\w-]+\.(md|json)$/
const TEST = /\.test\.m?[jt]s$/

/**
 * One hash over the names and bytes of the build's sources: by content, because a checkout
 * changes times without changing files.
 * @param {string} root
 */
export function sourceFingerprint(root) {
  const hash = createHash('sha256')
  const files = readdirSync(root).filter((name) => FILES.test(name))
  for (const folder of FOLDERS) files.push(...filesIn(root, folder))
  files.push(...filesIn(root, 'docs').filter((name) => PAGE.test(name)))
  for (const name of files.sort()) {
    const bytes = readFileSync(join(root, name))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths from `root`, with `/`
 */
function filesIn(root, folder) {
  /** @type {string[]} */
  const found = []
  for (const entry of readEntries(join(root, folder))) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) found.push(...filesIn(root, path))
    else if (entry.isFile() && !TEST.test(entry.name)) found.push(path)
  }
  return found
}

/** @param {string} folder */
function readEntries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
