/**
 * An error that a person can act on: what happened, and what to do about it.
 * The set-up step's own class, because it runs before anything is built.
 */
export class SetupProblem extends Error {
  /**
   * @param {string} id stable, such as `setup/runtime-unreachable`
   * @param {string} message what happened and where
   * @param {string} advice what to do
   */
  constructor(id, message, advice) {
    super(message)
    this.name = 'SetupProblem'
    this.id = id
    this.advice = advice
  }
}

/**
 * The text for a terminal: a problem without its stack, anything else with it.
 * @param {unknown} error
 */
export function describe(error) {
  if (error instanceof SetupProblem) return `${error.id}: ${error.message}\n${error.advice}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** @param {unknown} error a system error's code (`ENOENT` and so on), or an empty string */
export function errorCode(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
