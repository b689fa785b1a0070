import type { Command } from 'commander'
import { claims } from './claims'
import { claimText } from './claimsText'
import type { Output } from './output'

/** `desynclab claims`: measures what the product says about learning, on the user's machine. */
export function registerClaims(
  program: Command,
  output: Output,
  exit: (code: number) => void,
): void {
  program
    .command('claims')
    .description('check what we say about learning: 30 fresh splits of Iris, 30 fresh tasks')
    .option('--quick', 'a third of the seeds')
    .option('--json', 'print the results as one line of JSON')
    .addHelpText('after', '\nExit codes:\n  0  every claim holds\n  1  one does not')
    .action(async ({ quick, json }: { quick?: true; json?: true }) => {
      const tty = output.columns !== null
      const onProgress = (done: number) => {
        if (tty) output.err(`\r\u001b[K${String(Math.round(100 * done)).padStart(3)} %`)
      }
      const results = await claims({ quick: quick === true, onProgress })
      if (tty) output.err('\r\u001b[K')
      output.out(json ? JSON.stringify(results) : results.map(claimText).join('\n\n'))
      exit(results.every(({ pass }) => pass) ? 0 : 1)
    })
}
