import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupProblem } from './problem.mjs'
import { atLeast } from './version.mjs'

/** The folder of this clone. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** @returns {{ name: string, version: string, main: string, engines: { node: string }, devDependencies: Record<string, string> }} */
export function readPackage() {
  return JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'))
}

/** The Electron version that package.json asks for. */
export function electronVersion() {
  return readPackage().devDependencies.electron
}

/**
 * @param {string} [running]
 * @throws {SetupProblem} setup/node-too-old
 */
export function requireNode(running = process.versions.node) {
  const needed = readPackage().engines.node.replace(/^\D*/, '')
  if (atLeast(running, needed)) return
  throw new SetupProblem(
    'setup/node-too-old',
    `Node ${running} runs this, and Desynclab needs ${needed} or newer.`,
    'Install a current Node (nodejs.org, nvm or fnm) and run the command again.',
  )
}
