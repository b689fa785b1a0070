import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: {
      '@contract': resolve(here, 'src-preload/contract/index.ts'),
      '@figures': resolve(here, 'src-renderer/figures/index.ts'),
    },
  },
  test: {
    include: ['src-*/**/*.test.ts', 'scripts/**/*.test.{mjs,ts}'],
    // They have configurations of their own: vitest.{oracles,board,record,slurm,studies,fuzz}.config.ts.
    exclude: [
      '**/*.oracle.test.ts',
      '**/*.board.test.ts',
      '**/*.record.test.ts',
      '**/*.slurm.test.ts',
      '**/*.study.test.ts',
      '**/*.fuzz.test.ts',
      'node_modules/**',
    ],
    // Two cores on the reference machine: more workers only fight each other.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
})
