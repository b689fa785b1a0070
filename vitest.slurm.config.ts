import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** Sweeps as built: through a real Slurm, and killed on their way; `--mode full` kills more often. */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: {
      '@contract': resolve(here, 'src-preload/contract/index.ts'),
      '@figures': resolve(here, 'src-renderer/figures/index.ts'),
    },
  },
  test: {
    include: ['src-main/**/*.slurm.test.ts'],
    maxWorkers: 1,
    testTimeout: mode === 'full' ? 1_800_000 : 240_000,
  },
}))
