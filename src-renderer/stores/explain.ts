import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const plain = (value: number | bigint): string =>
  typeof value === 'number' && Math.abs(value) >= 1e6 ? value.toExponential() : String(value)

/** What a validation issue allows, as a sentence for a person at the field. */
export function explain(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.inclusive === false
        ? `More than ${plain(issue.minimum)}.`
        : `At least ${plain(issue.minimum)}.`
    case 'too_big':
      return issue.inclusive === false
        ? `Less than ${plain(issue.maximum)}.`
        : `At most ${plain(issue.maximum)}.`
    case 'not_multiple_of':
      return `A multiple of ${issue.divisor}.`
    case 'invalid_type':
      return issue.expected === 'int' ? 'It must be a whole number.' : 'It must be a number.'
    case 'invalid_value':
      return `One of ${issue.values.map(String).join(', ')}.`
    default:
      return issue.message
  }
}
