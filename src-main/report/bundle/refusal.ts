import { ProblemError } from '@contract'

/** A bundle that is not opened, and why. */
export function refusal(id: string, message: string, where: string, tip: string): ProblemError {
  return new ProblemError({
    id,
    severity: 'error',
    message: message.slice(0, 4000),
    where: where.slice(0, 500),
    kept: 'Nothing was written or changed.',
    tip,
  })
}

export const damaged = (where: string, why: string): ProblemError =>
  refusal(
    'bundle-damaged',
    `This is no bundle that can be trusted: ${why}`,
    where,
    'Fetch it again from where it came from; the folder of an earlier copy may be whole.',
  )
