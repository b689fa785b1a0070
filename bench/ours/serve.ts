import { createInterface } from 'node:readline'

/** Something that does `count` steps and tells the loss of the last, V^2. */
export type Job = (count: number) => number

/** The dialogue of contender.ts, our side of it; `notes` are asked for after each measurement. */
export async function serve(job: Job, notes: () => Record<string, number> = () => ({})) {
  for await (const line of createInterface(process.stdin)) {
    const begin = performance.now()
    const loss = job(Number(line))
    const seconds = (performance.now() - begin) / 1000
    const rest = Object.entries(notes()).map(([key, value]) => ` ${key}=${value}`)
    process.stdout.write(`${seconds} ${loss}${rest.join('')}\n`)
  }
}
