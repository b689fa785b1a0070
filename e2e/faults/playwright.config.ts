import { defineConfig } from '@playwright/test'

// Every test that injects a fault into the real app, wherever it stands; and a table at the end. Two
// windows at a time, as in the other tests of the window.
export default defineConfig({
  testDir: '..',
  testIgnore: '**/packaged/**',
  grep: /@fault/,
  outputDir: '../../test-results/faults',
  workers: process.platform === 'linux' ? 2 : 1,
  timeout: 100_000,
  expect: { timeout: 10_000 },
  retries: 0,
  reporter: [['list'], ['./table.ts'], ['json', { outputFile: '../../test-results/faults.json' }]],
})
