import { t } from '../../i18n'

/** About how long, in the largest unit that leaves a number worth reading. */
export function timeText(seconds: number): string {
  const rounded = (value: number): string =>
    value < 10 && value % 1 >= 0.05 ? value.toFixed(1) : value.toFixed(0)
  if (seconds < 90) return t('sweep.seconds', { n: Math.max(1, Math.round(seconds)) })
  if (seconds < 5400) return t('sweep.minutes', { n: rounded(seconds / 60) })
  if (seconds < 129_600) return t('sweep.hours', { n: rounded(seconds / 3600) })
  return t('sweep.days', { n: rounded(seconds / 86_400) })
}
