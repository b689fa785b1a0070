import { ROOT, requireNode } from './setup/project.mjs'
import { hasDisplay, startVirtualDisplay } from './setup/display.mjs'
import { describe } from './setup/problem.mjs'
import { endChildrenOnSignals, runNpm } from './setup/process.mjs'

/** `npm run soak -- --minutes N`: the packaged app at full speed for so long; prints a table. */
async function main() {
  endChildrenOnSignals()
  requireNode()
  const at = process.argv.indexOf('--minutes')
  const minutes = at < 0 ? 5 : Number(process.argv[at + 1])
  const rest = process.argv.filter((_, i) => i > 1 && i !== at && (at < 0 || i !== at + 1))
  if (!(minutes >= 1 && minutes <= 10_080)) {
    console.error('soak: --minutes takes a number from 1 to 10080 (a week), for example 1440.')
    return 2
  }
  const display = hasDisplay() ? undefined : await startVirtualDisplay()
  const { code } = await runNpm(
    [
      'exec',
      '--',
      'playwright',
      'test',
      '-c',
      'e2e/packaged/playwright.config.ts',
      'soak',
      ...rest,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, ...display?.env, DESYNCLAB_SOAK_MINUTES: String(minutes) },
    },
  )
  await display?.stop()
  return code
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(describe(error))
  process.exitCode = 1
}
