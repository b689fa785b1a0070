import { ProblemError } from '@contract'
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { registerClaims } from './claims-command'
import { problemLine } from './fail'
import type { Output } from './output'
import { registerMerge } from './merge'
import { registerNetwork } from './network'
import { registerPlan } from './plan'
import { registerPresets } from './presets'
import { registerResume } from './resume'
import { registerReport } from './report'
import { registerRun } from './run'
import { registerRuns } from './runs'
import { registerShow } from './show'
import { registerSlurm } from './slurm'
import { registerSolve } from './solve'
import { registerStudy } from './study'
import { registerSweep } from './sweep'
import { registerVerify } from './verify'
import { registerVirtualBoard } from './virtual-board'

const intro = `
Start here:
  $ desynclab presets              what there is to run
  $ desynclab run --help           run one, with examples
  $ desynclab run --help-config    every setting, its unit and range
  $ desynclab runs                 what was recorded, here or in the window
  $ desynclab sweep --help         many runs: axes, seeds, all cores, clusters
  $ desynclab study                questions with figures, statistics and a verdict
  $ desynclab solve --help         voltages, currents and power of a network in a file
  $ desynclab virtual-board --pty  a board without hardware, for a script or a terminal

DESYNCLAB_DEBUG=1 shows where an unexpected error came from.`

/**
 * Runs the command line.
 * @param argv without the runtime and the script
 * @returns the exit code; nothing is thrown and nothing is exited
 */
export async function main(argv: readonly string[], output: Output): Promise<number> {
  let code = 0
  const exit = (value: number) => (code = value)
  const program = new Command('desynclab')
    .description('Networks that learn by physics, without a clock.')
    .version(version)
    .addHelpText('after', intro)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text),
      outputError: (text, write) => {
        const [what] = text
          .replace(/^error: /, '')
          .trim()
          .split('\n')
        write(`desynclab: ${what} — command line — --help shows what there is\n`)
      },
    })
  registerRun(program, output, exit)
  registerPresets(program, output)
  registerSolve(program, output)
  registerNetwork(program, output)
  registerClaims(program, output, exit)
  registerStudy(program, output, exit)
  registerRuns(program, output)
  registerShow(program, output)
  registerReport(program, output)
  registerResume(program, output, exit)
  registerVerify(program, output, exit)
  registerPlan(program, output)
  registerSweep(program, output, exit)
  registerMerge(program, output, exit)
  registerSlurm(program, output)
  registerVirtualBoard(program, output)
  for (const command of program.commands) command.copyInheritedSettings(program)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (thrown) {
    return failed(thrown, output)
  }
}

function failed(thrown: unknown, output: Output): number {
  // Commander has written its own line; help and version end with 0.
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
  if (process.env.DESYNCLAB_DEBUG && thrown instanceof Error) output.err(`${thrown.stack}\n`)
  if (thrown instanceof ProblemError) {
    output.err(`${problemLine(thrown.problem)}\n`)
    return 2
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const tip = 'this is a defect of desynclab; DESYNCLAB_DEBUG=1 shows where'
  output.err(`desynclab: ${message} — unexpected — ${tip}\n`)
  return 1
}
