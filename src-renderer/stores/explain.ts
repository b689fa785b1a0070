import type { z } from 'zod'
import { t } from '../i18n'

type Issue = z.core.$ZodIssue

const plain = (value: number | bigint): string =>
  typeof value === 'number' && Math.abs(value) >= 1e6 ? value.toExponential() : String(value)

/** What a validation issue allows, as a sentence for a person at the field. */
export function explain(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.inclusive === false
        ? t('explain.moreThan', { value: plain(issue.minimum) })
        : t('explain.atLeast', { value: plain(issue.minimum) })
    case 'too_big':
      return issue.inclusive === false
        ? t('explain.lessThan', { value: plain(issue.maximum) })
        : t('explain.atMost', { value: plain(issue.maximum) })
    case 'not_multiple_of':
      return t('explain.multiple', { value: String(issue.divisor) })
    case 'invalid_type':
      return issue.expected === 'int' ? t('explain.whole') : t('explain.number')
    case 'invalid_value':
      return t('explain.oneOf', { values: issue.values.map(String).join(', ') })
    default:
      return issue.message
  }
}
