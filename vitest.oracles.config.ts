import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** Comparisons with other programs and exact numbers, and long runs. */
export default defineConfig({
  resolve: { alias: { '@contract': resolve(here, 'src-preload/contract/index.ts') } },
  test: {
    include: ['src-main/**/*.oracle.test.ts'],
    maxWorkers: 2,
    testTimeout: 900_000,
  },
})
