import { resolve } from 'node:path'
import { ProblemError, type Problem } from '@contract'
import { RunKeeper, storeDirectory } from '../run/store'
import { problemLine } from './fail'
import type { Output } from './output'
import { thisVersion } from './versions'

/** Records a run of the command line. */
export interface Recorded {
  keeper: RunKeeper
  /** The record could not be written: the run has to end. */
  stopped(): boolean
}

/** The folder of stored runs: as asked for, or the window's. */
export function storeFolder(asked: string | undefined): string {
  return resolve(asked ?? storeDirectory())
}

/** @throws ProblemError before the run if the store cannot be written */
export function openRecorded(asked: string | undefined, output: Output): Recorded {
  let stopped = false
  const problems: Problem[] = []
  const keeper = new RunKeeper({
    versions: thisVersion(),
    program: 'desynclab on the command line',
    emit(event) {
      if (event.kind !== 'problem') return
      problems.push(event.problem)
      if (keeper.open !== null) output.err(`${problemLine(event.problem)}\n`)
    },
    pause: () => (stopped = true),
  })
  keeper.start(storeFolder(asked))
  if (keeper.open === null) throw new ProblemError(problems[0])
  return { keeper, stopped: () => stopped }
}
