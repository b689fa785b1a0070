import type { Command } from 'commander'
import { ProblemError } from '@contract'
import { formatCount } from '@figures'
import { readBundle, verifyBundle, type Bundle, type Verdict } from '../report'
import { Interrupted, runAgain } from './again'
import { usageError } from './fail'
import type { Output } from './output'
import { Progress } from './progress'

const help = `
Runs the run of a bundle again and compares every bit: the hash on the way, the series, the edges
and nodes at the end.

Exit codes:
  0    reproduced
  1    diverged: the step and the field are named
  2    not verifiable, because the bundle is damaged or what it holds cannot be computed
  130  Ctrl-C`

const CODES = { reproduced: 0, diverged: 1, 'not-verifiable': 2 } as const

/** `desynclab verify BUNDLE`. */
export function registerVerify(
  program: Command,
  output: Output,
  exit: (code: number) => void,
): void {
  program
    .command('verify <bundle>')
    .description('run the run of a bundle again and compare it, bit for bit')
    .option('--json', 'print the verdict as one line of JSON')
    .addHelpText('after', help)
    .action(async (path: string, { json }: { json?: true }) => {
      try {
        const verdict = await judge(path, output)
        output.out(json ? JSON.stringify(verdict) : sentence(verdict))
        exit(CODES[verdict.verdict])
      } catch (thrown) {
        if (!(thrown instanceof Interrupted)) throw thrown
        exit(130)
      }
    })
}

async function judge(path: string, output: Output): Promise<Verdict> {
  const bundle = await open(path)
  const progress = output.columns === null ? null : new Progress(output)
  try {
    return await verifyBundle(bundle, (config, steps, at) =>
      runAgain(config, steps, at, output, progress),
    )
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown
    // A configuration that cannot work here cannot have been this run.
    return { verdict: 'not-verifiable', why: thrown.problem.message }
  }
}

async function open(path: string): Promise<Bundle> {
  try {
    return await readBundle(path)
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')
      throw usageError('no-bundle', 'there is no such file or folder', path, 'name a bundle')
    throw thrown
  }
}

function sentence(verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'reproduced':
      return `reproduced: ${formatCount(verdict.steps)} steps, hash ${verdict.hash}`
    case 'diverged':
      return `diverged at step ${verdict.step} in ${verdict.field}: recorded ${verdict.recorded}, again ${verdict.again}`
    case 'not-verifiable':
      return `not verifiable, because ${verdict.why}`
  }
}
