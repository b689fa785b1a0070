import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/**
 * Recording programs that are killed, as built: 20 times, with `--mode full` 200 times; and what
 * other programs read of a bundle.
 */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: {
      '@contract': resolve(here, 'src-preload/contract/index.ts'),
      '@figures': resolve(here, 'src-renderer/figures/index.ts'),
    },
  },
  test: {
    include: ['src-main/**/*.record.test.ts'],
    maxWorkers: 1,
    // A kill takes 2 s alone, and three times as long on a busy machine.
    testTimeout: mode === 'full' ? 3_600_000 : 240_000,
  },
}))
