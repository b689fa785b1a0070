import { Worker } from 'node:worker_threads'
import { ProblemError } from '@contract'
import type { Findings, Lab } from '../study'
import type { Answer, FromThread, Wanted } from './messages'

export type { Wanted } from './messages'

/** A study that is being made: what it comes to, and how to end it before. */
export interface Making {
  findings: Promise<Findings>
  end(): void
}

/**
 * Makes a study in a thread of its own; its runs are done by the lab, here.
 * @param worker the built `worker.ts`
 */
export function makeInThread(worker: string, wanted: Wanted, lab: Lab): Making {
  const thread = new Worker(worker, { workerData: wanted })
  const findings = new Promise<Findings>((resolve, reject) => {
    const answer = async (message: Extract<FromThread, { kind: 'ask' }>): Promise<void> => {
      const value = await lab[message.what](message.plan)
      thread.postMessage({ id: message.id, value } satisfies Answer)
    }
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'made') resolve(message.findings)
      if (message.kind === 'failed') reject(new ProblemError(message.problem))
      if (message.kind === 'ask') void answer(message).catch(reject)
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread of the study ended')))
  })
  return { findings, end: () => void thread.terminate() }
}
