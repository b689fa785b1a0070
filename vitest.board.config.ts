import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** The firmware on this computer and on an emulated microcontroller: `--mode full` is thorough. */
export default defineConfig(({ mode }) => ({
  resolve: { alias: { '@contract': resolve(here, 'src-preload/contract/index.ts') } },
  test: {
    include: ['src-main/{board,machine}/**/*.board.test.ts'],
    globalSetup: ['src-main/board/testing/build.ts'],
    // Emulated processors and their clients share two cores.
    maxWorkers: 1,
    testTimeout: mode === 'full' ? 1_800_000 : 120_000,
  },
}))
