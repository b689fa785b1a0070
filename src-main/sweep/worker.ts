import { toProblem, type Problem, type RunConfig } from '@contract'
import { learn, type Learned } from './learn'

export type Answer = { ok: true; value: Learned } | { ok: false; problem: Problem }

/** What a thread of the pool does with a configuration. A problem crosses the thread as data. */
export default async function work(config: RunConfig): Promise<Answer> {
  try {
    return { ok: true, value: await learn(config) }
  } catch (thrown) {
    return { ok: false, problem: toProblem(thrown, 'run-failed') }
  }
}
