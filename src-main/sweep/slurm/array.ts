import { runsOf } from '../shard'

/** Shards with something left to do, of `count`, by their numbers. */
export function shardsLeft(done: ReadonlySet<number>, runs: number, count: number): number[] {
  const left: number[] = []
  for (let number = 1; number <= count; number++)
    for (const index of runsOf({ number, count }, runs))
      if (!done.has(index)) {
        left.push(number)
        break
      }
  return left
}

/** Ascending numbers as Slurm writes them: `1-4,7,9-12`. */
export function arrayText(numbers: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < numbers.length;) {
    let end = i
    while (numbers[end + 1] === numbers[end] + 1) end++
    parts.push(end === i ? `${numbers[i]}` : `${numbers[i]}-${numbers[end]}`)
    i = end + 1
  }
  return parts.join(',')
}
