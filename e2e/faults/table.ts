import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Prints what was injected how often, and what became of it. */
export default class FaultTable implements Reporter {
  private readonly rows: string[] = []

  onTestEnd(test: TestCase, { status, duration }: TestResult): void {
    for (const { type, description = '' } of test.annotations) {
      if (type !== 'fault') continue
      const [times, ...what] = description.split(' ')
      const seconds = (duration / 1000).toFixed(0)
      this.rows.push(
        `  ${times.padStart(5)}  ${what.join(' ').padEnd(44)} ${status.padEnd(8)} ${seconds} s`,
      )
    }
  }

  onEnd(): void {
    console.log('\nFaults: how often, which, and whether everything of the app and the record held')
    for (const row of this.rows) console.log(row)
  }

  printsToStdio(): boolean {
    return false
  }
}
