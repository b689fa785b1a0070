#!/usr/bin/env node
/**
 * `npx desynclab`: has the command line installed and built, then hands over to it. Standard
 * output belongs to the command (`--json`), so everything here goes to standard error.
 */
import { CLI_BUNDLE, ensureBuild } from '../../scripts/setup/build.mjs'
import { ensureDependencies } from '../../scripts/setup/dependencies.mjs'
import { SetupProblem, describe } from '../../scripts/setup/problem.mjs'
import { requireNode } from '../../scripts/setup/project.mjs'
import { resolveRuntime } from '../../scripts/setup/runtime.mjs'
import { sayOnStderr as say } from '../../scripts/setup/say.mjs'
import { pathToFileURL } from 'node:url'

try {
  requireNode()
  await ensureDependencies({ say, output: 'stderr' })
  await ensureBuild({ say, output: 'stderr' })
} catch (error) {
  console.error(describe(error))
  process.exit(1)
}
process.env.DESYNCLAB_ELECTRON ??= runtime()
await import(pathToFileURL(CLI_BUNDLE).href)

/** The Electron that prints reports; empty where none was set up: everything else works without. */
function runtime() {
  try {
    return resolveRuntime().executable
  } catch (error) {
    if (error instanceof SetupProblem) return ''
    throw error
  }
}
