import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkSite } from './guide/site.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { describe } from './setup/problem.mjs'
import { run } from './setup/process.mjs'
import { requireNode, ROOT } from './setup/project.mjs'
import { sayOnStdout as say } from './setup/say.mjs'

// `npm run docs`: the guide as a site, in docs/.vitepress/dist. Nothing is fetched; a dead link ends it.
requireNode()
try {
  await ensureDependencies({ say })
  const tool = join(ROOT, 'node_modules', 'vitepress', 'bin', 'vitepress.js')
  const { code } = await run(
    process.execPath,
    [tool, 'build', 'docs', ...process.argv.slice(2)],
    // Its configuration is read by its own loader, as it should be; Vite would rather have Node's.
    { cwd: ROOT, env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } },
  )
  if (code !== 0) process.exitCode = code ?? 1
  else {
    const { pages, pictures, problems } = checkSite(join(ROOT, 'docs', '.vitepress', 'dist'))
    for (const problem of problems) console.error(`guide: ${problem}`)
    const taken = existsSync(join(ROOT, 'docs', 'public', 'pictures'))
    const hint = taken ? '' : '; pictures are taken by npm run docs:pictures'
    say('guide', `${pages} pages with ${pictures} pictures in docs/.vitepress/dist${hint}`)
    process.exitCode = problems.length === 0 ? 0 : 1
  }
} catch (error) {
  console.error(describe(error))
  process.exitCode = 1
}
