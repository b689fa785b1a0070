import type { BoardLogEntry } from '@contract'

const signs: Record<BoardLogEntry['direction'], string> = { sent: '>', received: '<', note: '#' }

/** Local time of day with milliseconds: `14:03:07.250`. */
export function timeOfDay(atMs: number): string {
  const at = new Date(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')
  return `${clock}.${String(at.getMilliseconds()).padStart(3, '0')}`
}

/** `>` what was sent, `<` what came, `#` what happened. */
export const signOf = ({ direction }: BoardLogEntry): string => signs[direction]

/** The log as plain text, a line per entry, with dates that mean the same everywhere. */
export function logText(entries: readonly BoardLogEntry[]): string {
  return entries
    .map((entry) => `${new Date(entry.atMs).toISOString()} ${signOf(entry)} ${entry.text}\n`)
    .join('')
}
