import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const program = resolve(import.meta.dirname, '../../out/main/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'desynclab-export-'))
const runs = join(folder, 'runs')
afterAll(() => rmSync(folder, { recursive: true }))

/** Tells the most memory that the program ever had, at its end. */
const told = `process.on('exit', () => console.log(process.resourceUsage().maxRSS))`
const tell = `data:text/javascript,${encodeURIComponent(told)}`

/** Records a run, and exports it by a program of its own. @returns MB and s of the latter */
function exported(steps: number): { megabytes: number; seconds: number } {
  const run = (args: readonly string[]): string =>
    execFileSync(process.execPath, ['--import', tell, program, ...args, '--store', runs], {
      encoding: 'utf8',
    })
  run(['run', '--preset', 'iris-penn16', '--steps', String(steps), '--record', '--quiet'])
  const beganMs = performance.now()
  const said = run(['report', 'last', '--out', join(folder, `${steps}.zip`)])
  const seconds = (performance.now() - beganMs) / 1000
  const megabytes = Number(said.trim().split('\n').at(-1)) / 1000
  process.stdout.write(
    `export of ${steps} steps: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB\n`,
  )
  return { megabytes, seconds }
}

it('exports a run of ten million steps in the memory that one of a million takes', () => {
  const [million, tenMillion] = [exported(1_000_000), exported(10_000_000)]
  // The collector's mood is worth a tenth; the steps themselves would be 800 MB.
  expect(tenMillion.megabytes).toBeLessThan(1.25 * million.megabytes)
})
