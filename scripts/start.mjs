import { openApp, runHeadless } from './setup/open.mjs'
import { ensureBuild } from './setup/build.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { hasDisplay } from './setup/display.mjs'
import { ensureRuntime } from './setup/ensure-runtime.mjs'
import { ensureLibraries } from './setup/libraries.mjs'
import { describe } from './setup/problem.mjs'
import { endChildrenOnSignals } from './setup/process.mjs'
import { requireNode } from './setup/project.mjs'
import { recordRuntime } from './setup/runtime.mjs'
import { sayOnStdout as say } from './setup/say.mjs'

/** `npm start`: what follows `--` goes to the app, or to the command line without a display. */
async function main() {
  const args = process.argv.slice(2)
  endChildrenOnSignals()
  requireNode()
  await ensureDependencies({ say })
  if (!hasDisplay()) {
    await ensureBuild({ say })
    say('display', 'none (neither DISPLAY nor WAYLAND_DISPLAY is set), so the same job runs here')
    return runHeadless(args, say)
  }
  const runtime = await ensureRuntime({ say })
  recordRuntime(runtime)
  await ensureLibraries({ say, executable: runtime.executable })
  await ensureBuild({ say })
  return openApp(runtime, args, say)
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(describe(error))
  process.exitCode = 1
}
