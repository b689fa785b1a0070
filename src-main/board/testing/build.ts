import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { firmware } from './firmware'

const commandLine = resolve(import.meta.dirname, '../../cli/bin.mjs')

/** Builds the firmware and the command line once for all tests of the suite. */
export default function build(): void {
  execFileSync('make', ['-s', 'host', 'all', 'build/unit', 'build/rig-test', 'build/fuzz'], {
    cwd: firmware.folder,
    stdio: 'inherit',
  })
  // It builds itself where its sources changed; within a test that would be waited for in vain.
  execFileSync(process.execPath, [commandLine, '--version'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
