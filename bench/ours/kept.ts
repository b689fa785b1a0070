import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProblemError, recordingSchema, type Recording } from '../../src-preload/contract'
import { perform } from '../../src-main/cli/perform'
import { RunKeeper, type RunStore } from '../../src-main/run/store'
import { realTime, type Time } from '../../src-main/run/time'
import { config } from './machine'
import type { Contestant } from './serve'

const versions = { desynclab: 'bench', node: process.version, electron: null, platform: 'bench' }

/** Looks at the processor's clock cost 5 us each, and the engine looks at every step it keeps. */
const LOOK_MS = 1
let [lookedMs, usedMs] = [-Infinity, 0]

/** Of processor time, as the seconds are: what else the computer does makes no checkpoints. */
const time: Time = {
  ...realTime,
  nowMs() {
    const nowMs = realTime.nowMs()
    if (nowMs - lookedMs < LOOK_MS) return usedMs
    const { user, system } = process.cpuUsage()
    lookedMs = nowMs
    usedMs = (user + system) / 1000
    return usedMs
  },
}

const details: Record<string, Recording['detail']> = {
  default: { kind: 'none' },
  every100: { kind: 'every', steps: 100 },
  all: { kind: 'all' },
}

/**
 * Whole runs of penn16 as the engine does them, a checkpoint a second, with the run store or, for
 * `nothing`, without. A step of so small a network is short, so recording weighs the most there.
 */
export function keptContestant(retention: string): Contestant {
  const recording = recordingSchema.parse({ detail: details[retention] })
  let [runs, perStep] = [0, { values: 0, bytes: 0 }]
  const learn = async (steps: number, keeper?: RunKeeper): Promise<number> => {
    const { run } = await perform(
      { ...config, recording, stop: { steps } },
      {
        ...{ id: `bench-${runs++}`, time, versions, interrupted: () => false },
        ...{ progress: () => undefined, problem: () => undefined },
        ...(keeper === undefined ? {} : { keeper }),
      },
    )
    return run.result.trainError
  }
  if (retention === 'nothing') return { run: (count) => learn(count) }
  return {
    async run(count) {
      const folder = mkdtempSync(join(tmpdir(), 'desynclab-bench-'))
      const keeper = openKeeper(folder)
      const loss = await learn(count, keeper)
      if (keeper.open !== null) perStep = written(keeper.open, count)
      keeper.end()
      rmSync(folder, { recursive: true })
      return loss
    },
    notes: () => perStep,
  }
}

/** A record with a hole would be a wrong measurement: any problem ends it. */
function openKeeper(folder: string): RunKeeper {
  const keeper = new RunKeeper({
    versions,
    program: 'the benchmark',
    emit(event) {
      if (event.kind === 'problem') throw new ProblemError(event.problem)
    },
    pause: () => undefined,
  })
  keeper.start(folder)
  return keeper
}

/** Numbers in the rows of the summaries and of the kept steps, and bytes of the file, per step. */
function written({ database }: RunStore, steps: number) {
  const sum = (sql: string): number => Number(database.row(`SELECT ${sql} AS sum`)?.sum)
  const numbers = sum(
    `(SELECT total(length(rows)) FROM summary) + (SELECT total(length(rows)) FROM sample)`,
  )
  const bytes = sum(
    '(SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)',
  )
  return { values: numbers / 8 / steps, bytes: bytes / steps }
}
