import { toProblem, type CommandName, type Outcome, type Reply, type Request } from '@contract'
import { lab } from './lab'
import { useProblems } from './problems'

/**
 * Sends a command; a problem goes to the one place that shows problems, and the next outcome of
 * the same command takes its place.
 */
export async function ask<K extends CommandName>(
  name: K,
  request: Request<K>,
): Promise<Outcome<Reply<K>>> {
  const problems = useProblems()
  let outcome: Outcome<Reply<K>>
  try {
    outcome = await lab().send(name, request)
  } catch (thrown) {
    outcome = { ok: false, problem: toProblem(thrown, `${name}-failed`) }
  }
  problems.solveFrom(name)
  if (!outcome.ok) problems.raise(outcome.problem, name)
  return outcome
}
