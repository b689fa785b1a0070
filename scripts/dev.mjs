import { join } from 'node:path'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureRuntime } from './setup/ensure-runtime.mjs'
import { ensureLibraries } from './setup/libraries.mjs'
import { describe } from './setup/problem.mjs'
import { endChildrenOnSignals, run } from './setup/process.mjs'
import { requireNode, ROOT } from './setup/project.mjs'
import { FLOOR, recordRuntime, runtimeEnvironment } from './setup/runtime.mjs'
import { whyNoSandbox } from './setup/sandbox.mjs'
import { sayOnStdout as say } from './setup/say.mjs'

// `npm run dev`: the window from the sources, renewed as they change. Everything that `npm start`
// needs is set up first, and the same runtime is used.
try {
  endChildrenOnSignals()
  requireNode()
  await ensureDependencies({ say })
  const runtime = await ensureRuntime({ say })
  recordRuntime(runtime)
  await ensureLibraries({ say, executable: runtime.executable })
  const reason = await whyNoSandbox(runtime.dist)
  if (reason) say('sandbox', `off, because ${reason}`)
  const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const switches = reason ? ['--noSandbox'] : []
  const { code } = await run(
    process.execPath,
    [tool, 'dev', ...switches, ...process.argv.slice(2)],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        ...runtimeEnvironment(runtime),
        ELECTRON_MAJOR_VER: FLOOR.split('.')[0],
      },
    },
  )
  process.exitCode = code
} catch (error) {
  console.error(describe(error))
  process.exitCode = 1
}
