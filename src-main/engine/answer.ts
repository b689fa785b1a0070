import {
  engineCommands,
  toProblem,
  type EngineCommand,
  type Outcome,
  type Problem,
} from '@contract'
import type { EngineHandlers } from './handlers'
import { isEngineCommand, type EngineReply, type EngineRequest } from './protocol'

/** Does a command that came over a process boundary; every end is an outcome. */
export async function answer(
  handlers: EngineHandlers,
  name: string,
  request: unknown,
): Promise<Outcome<unknown>> {
  if (!isEngineCommand(name)) return { ok: false, problem: unknownCommand(name) }
  return answerKnown(handlers, name, request)
}

async function answerKnown<K extends EngineCommand>(
  handlers: EngineHandlers,
  name: K,
  request: unknown,
): Promise<Outcome<EngineReply<K>>> {
  try {
    const parsed = engineCommands[name].request.safeParse(request)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return { ok: false, problem: badRequest(name, issue.path.map(String), issue.message) }
    }
    const value = await handlers[name](parsed.data as EngineRequest<K>)
    return { ok: true, value }
  } catch (thrown) {
    return { ok: false, problem: toProblem(thrown, `${name}-failed`) }
  }
}

/** A request that does not fit its command. */
export function badRequest(name: string, path: string[], message: string): Problem {
  return {
    id: 'bad-request',
    severity: 'error',
    message: `The command ${name} was given a wrong value: ${message}`.slice(0, 4000),
    where: [name, ...path].join('.').slice(0, 500),
    kept: 'Nothing was changed.',
  }
}

export function unknownCommand(name: string): Problem {
  return {
    id: 'unknown-command',
    severity: 'error',
    message: `There is no command ${name.slice(0, 100)}.`,
    kept: 'Nothing was changed.',
  }
}
