import { defineConfig } from '@playwright/test'

// The built package, driven as a user has it. `npm run package` makes what it tests.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/packaged',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../../test-results/packaged.json' }]],
})
