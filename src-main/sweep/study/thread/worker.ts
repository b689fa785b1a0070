import { parentPort, workerData } from 'node:worker_threads'
import { toProblem, type SweepPlan, type SweepRow } from '@contract'
import { studies } from '../index'
import type { Answer, FromThread, Wanted } from './messages'

// A study outside the thread that windows and boards are served by: its statistics take seconds, and
// its covariances minutes. Its runs are done by whoever started it.

const port = parentPort
if (port === null) throw new Error('This is the thread of a study.')
const waiting = new Map<number, (value: never) => void>()
let asked = 0

port.on('message', ({ id, value }: Answer) => {
  waiting.get(id)?.(value as never)
  waiting.delete(id)
})

const say = (message: FromThread): void => port.postMessage(message)

function ask<T>(what: 'runs' | 'refusals', plan: SweepPlan): Promise<T> {
  const id = ++asked
  return new Promise<T>((resolve) => {
    waiting.set(id, resolve)
    say({ kind: 'ask', what, plan, id })
  })
}

async function make({ study, form, settings }: Wanted): Promise<void> {
  const named = studies.find(({ name }) => name === study)
  if (named === undefined) throw new Error(`there is no study '${study}'`)
  const lab = {
    runs: (plan: SweepPlan) => ask<SweepRow[]>('runs', plan),
    refusals: (plan: SweepPlan) => ask<(string | null)[]>('refusals', plan),
  }
  say({ kind: 'made', findings: await named.make(form, lab, settings) })
}

make(workerData as Wanted)
  .catch((thrown: unknown) => say({ kind: 'failed', problem: toProblem(thrown, 'study-failed') }))
  .finally(() => port.close())
