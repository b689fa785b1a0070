import { usageError } from './fail'

/** A whole number of an option. @throws ProblemError */
export function parseCount(text: string, option: string, least: number): number {
  const count = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count >= least) return count
  const allowed = `allowed: a whole number from ${least} on`
  throw usageError('bad-count', `'${text}' is no number of steps`, option, allowed)
}
