import { defineConfig } from '@playwright/test'

// One real window at a time: the tests share two cores, and a second Electron would starve the first.
export default defineConfig({
  testDir: '.',
  testIgnore: 'packaged/**',
  outputDir: '../test-results',
  workers: 1,
  timeout: 100_000,
  expect: { timeout: 10_000 },
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
})
