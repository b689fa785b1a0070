import { ensureBuild } from './setup/build.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureRuntime } from './setup/ensure-runtime.mjs'
import { ensureLibraries } from './setup/libraries.mjs'
import { describe } from './setup/problem.mjs'
import { endChildrenOnSignals } from './setup/process.mjs'
import { requireNode } from './setup/project.mjs'
import { recordRuntime } from './setup/runtime.mjs'
import { sayOnStdout as say } from './setup/say.mjs'

// All that `npm start` does before it opens the window.
try {
  endChildrenOnSignals()
  requireNode()
  await ensureDependencies({ say })
  const runtime = await ensureRuntime({ say })
  recordRuntime(runtime)
  await ensureLibraries({ say, executable: runtime.executable })
  await ensureBuild({ say })
} catch (error) {
  console.error(describe(error))
  process.exitCode = 1
}
