import { execFileSync } from 'node:child_process'
import { firmware } from './firmware'

/** Builds the firmware once for all tests of the suite. */
export default function build(): void {
  execFileSync('make', ['-s', 'host', 'all', 'build/unit', 'build/rig-test', 'build/fuzz'], {
    cwd: firmware.folder,
    stdio: 'inherit',
  })
}
