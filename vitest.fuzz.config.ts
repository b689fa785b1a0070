import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** Files and messages from strangers, from a seed that is printed: `--mode full` tries many times as many. */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: {
      '@contract': resolve(here, 'src-preload/contract/index.ts'),
      '@figures': resolve(here, 'src-renderer/figures/index.ts'),
    },
  },
  test: {
    include: ['src-main/**/*.fuzz.test.ts'],
    maxWorkers: 2,
    testTimeout: mode === 'full' ? 3_600_000 : 120_000,
  },
}))
