import { ProblemError } from '@contract'

/** Every count-th run of a plan, beginning with the number-th: 1..count. */
export interface Shard {
  number: number
  count: number
}

export const wholePlan: Shard = { number: 1, count: 1 }

export const shardText = ({ number, count }: Shard): string => `${number}/${count}`

/** Runs of a shard, in their order. Long and short cells are dealt out evenly. */
export function* runsOf({ number, count }: Shard, runs: number): Generator<number> {
  for (let index = number - 1; index < runs; index += count) yield index
}

export const runCountOf = ({ number, count }: Shard, runs: number): number =>
  Math.max(0, Math.ceil((runs - number + 1) / count))

/** `i/n`. @throws ProblemError */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,7})\/(\d{1,7})$/.exec(text)
  const [number, count] = match === null ? [0, 0] : [Number(match[1]), Number(match[2])]
  if (number >= 1 && number <= count) return { number, count }
  throw new ProblemError({
    id: 'bad-shard',
    severity: 'error',
    message: `'${text}' is no shard`,
    where: '--shard',
    tip: 'allowed: i/n with i from 1 to n, as in 3/8',
  })
}
