import { defineConfig } from '@playwright/test'

// Two real windows at a time, each on a display of its own, which only Linux can give: a test waits
// more than it computes.
export default defineConfig({
  testDir: '.',
  testIgnore: 'packaged/**',
  outputDir: '../test-results',
  workers: process.platform === 'linux' ? 2 : 1,
  timeout: 100_000,
  expect: { timeout: 10_000 },
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
})
