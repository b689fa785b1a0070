import { toProblem, type CommandName, type Outcome, type Reply, type Request } from '@contract'
import { lab } from './lab'
import { useProblems } from './problems'

/** Sends a command that is asked again and again: its problem is for the caller alone. */
export async function askQuietly<K extends CommandName>(
  name: K,
  request: Request<K>,
): Promise<Outcome<Reply<K>>> {
  try {
    return await lab().send(name, request)
  } catch (thrown) {
    return { ok: false, problem: toProblem(thrown, `${name}-failed`) }
  }
}

/**
 * Sends a command; a problem goes to the one place that shows problems, and the next outcome of
 * the same command takes its place.
 */
export async function ask<K extends CommandName>(
  name: K,
  request: Request<K>,
): Promise<Outcome<Reply<K>>> {
  const problems = useProblems()
  const outcome = await askQuietly(name, request)
  problems.solveFrom(name)
  if (!outcome.ok) problems.raise(outcome.problem, name)
  return outcome
}
