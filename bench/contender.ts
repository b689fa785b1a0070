import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'

/** One BLAS thread, whichever BLAS it is: one core against one core. */
const oneThread = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }

/** Of calibration, each as long as one that counts. */
const WARM_MEASUREMENTS = 4

export interface Answer {
  /** Processor time of the process. */
  seconds: number
  /** Of the last step, V^2: shows that both sides computed the same thing. */
  loss: number
  /** What else the program printed: name=value pairs. */
  notes: Record<string, number>
}

/**
 * A program that takes part in a benchmark, ours or a reference, in a process of its own so that
 * no job warms or spoils another's code. It answers every line "N" with the seconds of N steps.
 */
export class Contender {
  private readonly child: ChildProcessWithoutNullStreams
  private readonly lines: Interface
  private readonly ended: Promise<never>
  private stderr = ''

  constructor(
    readonly name: string,
    command: string,
    args: readonly string[],
  ) {
    this.child = spawn(command, args, { env: { ...process.env, ...oneThread } })
    this.lines = createInterface(this.child.stdout)
    this.child.stderr.on('data', (text) => (this.stderr += String(text)))
    this.ended = new Promise((_, reject) => {
      this.child.once('error', reject)
      this.child.once('close', (code) =>
        reject(new Error(`${name} ended with code ${code}: ${this.stderr.slice(-2000)}`)),
      )
    })
    // Ending after the last measurement is no fault.
    this.ended.catch(() => undefined)
  }

  async measure(count: number): Promise<Answer> {
    const line = new Promise<string>((resolve) => this.lines.once('line', resolve))
    this.child.stdin.write(`${count}\n`)
    const [seconds, loss, ...rest] = (await Promise.race([line, this.ended])).split(' ')
    const notes = rest.map((pair) => pair.split('='))
    return {
      seconds: Number(seconds),
      loss: Number(loss),
      notes: Object.fromEntries(notes.map(([key, value]) => [key, Number(value)])),
    }
  }

  /** Steps that take about `seconds`; warms up on the way, and after that so many times as long. */
  async calibrate(seconds: number): Promise<number> {
    // The first call compiles and fills caches: it says nothing about those that come.
    await this.measure(1)
    for (let count = 1; ;) {
      const answer = await this.measure(count)
      if (answer.seconds > seconds / 4 || answer.seconds > 2)
        return this.warm(Math.max(1, Math.round((count * seconds) / answer.seconds)), seconds)
      count *= answer.seconds > seconds / 40 ? 2 : 8
    }
  }

  /**
   * Goes on until it runs as it will: of the simulated machine with its record, which takes most
   * code, a step costs 210 ns in the first 1.5 million, 147 in the next and 135 from 5 million on.
   * @returns steps that take about `seconds` then
   */
  private async warm(count: number, seconds: number): Promise<number> {
    let fitting = count
    for (let left = WARM_MEASUREMENTS; left > 0; left--) {
      const answer = await this.measure(fitting)
      if (answer.seconds > 2) return fitting
      fitting = Math.max(1, Math.round((fitting * seconds) / answer.seconds))
    }
    return fitting
  }

  close(): void {
    this.child.stdin.end()
    this.child.kill()
  }
}
