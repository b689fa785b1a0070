import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** The quick studies, with fewer seeds where minutes would go by; `--mode full`: their full forms. */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: {
      '@contract': resolve(here, 'src-preload/contract/index.ts'),
      '@figures': resolve(here, 'src-renderer/figures/index.ts'),
    },
  },
  test: {
    include: ['src-main/**/*.study.test.ts'],
    maxWorkers: 2,
    testTimeout: mode === 'full' ? 3_600_000 : 240_000,
    env: { STUDY_FORM: mode === 'full' ? 'full' : 'quick' },
  },
}))
