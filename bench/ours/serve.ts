import { createInterface } from 'node:readline'
import type { Kernel } from '../../src-main/physics/solver'
import { Marcher } from '../../src-main/physics/wasm/marcher'

export interface Contestant {
  /** Does so many steps and tells the loss of the last, V^2. */
  run(count: number): number | Promise<number>
  /** What else there is to say, from the seconds of a step. */
  notes?(stepSeconds: number): Record<string, number>
}

/** Memory of a kernel in WebAssembly, bytes; 0 for another. */
export const arenaBytes = ({ stepper }: Kernel): number =>
  stepper instanceof Marcher ? stepper.bytes : 0

/**
 * The dialogue of contender.ts, our side of it. Seconds are of processor time: those of the garbage
 * collector and of the compiler, which run beside us, are counted against us.
 */
export async function serve(contestant: Contestant): Promise<void> {
  for await (const line of createInterface(process.stdin)) {
    const count = Number(line)
    const begin = process.cpuUsage()
    const loss = await contestant.run(count)
    const { user, system } = process.cpuUsage(begin)
    const seconds = (user + system) / 1e6
    const notes = Object.entries(contestant.notes?.(seconds / count) ?? {})
    process.stdout.write(
      `${seconds} ${loss}${notes.map(([key, value]) => ` ${key}=${value}`).join('')}\n`,
    )
  }
}
