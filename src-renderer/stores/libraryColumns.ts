import type { LibraryEntry } from '@contract'
import { formatCount, formatDuration, formatError, formatPercent } from '@figures'

export interface LibraryColumn {
  id: string
  title: string
  /** What the header says on hover. */
  about: string
  number?: boolean
  /** What sorting compares; null goes last either way. */
  value(entry: LibraryEntry): string | number | null
  text(entry: LibraryEntry): string
}

/** How the run stands, in a word. */
export function stateText({ state, interrupted }: LibraryEntry): string {
  return interrupted ? 'Interrupted' : state.charAt(0).toUpperCase() + state.slice(1)
}

/** It can go on from its newest checkpoint. */
export const resumable = ({ state, interrupted, machine }: LibraryEntry): boolean =>
  machine === 'simulated' && (interrupted || state === 'paused')

/** The name, or what the run is about where it has none. */
export const nameOf = ({ name, task }: LibraryEntry): string => name || `Run of ${task}`

/** `3 min ago`; from a week on the date. @param nowMs epoch time */
export function ago(at: string, nowMs: number): string {
  const seconds = Math.max(0, (nowMs - Date.parse(at)) / 1000)
  if (seconds < 60) return 'just now'
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`
  const days = Math.floor(seconds / 86_400)
  return days < 7 ? `${days} d ago` : at.slice(0, 10)
}

/** Date and time where the user is: `2026-03-01 14:05:09`. */
export function absolute(at: string): string {
  const date = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`
}

const plain = (value: number | null): string => (value === null ? '–' : String(value))

/** What the table shows, from left to right; the name has a line of its own in each row. */
export const libraryColumns: readonly LibraryColumn[] = [
  {
    id: 'name',
    title: 'Run',
    about: 'Name, tags and note.',
    value: (entry) => nameOf(entry).toLowerCase(),
    text: nameOf,
  },
  {
    id: 'state',
    title: 'State',
    about: 'How the run stands.',
    value: stateText,
    text: stateText,
  },
  {
    id: 'machine',
    title: 'Machine',
    about: 'What learned: the simulation, or a board.',
    value: ({ machine }) => machine,
    text: ({ machine }) => (machine === 'board' ? 'Board' : 'Simulated'),
  },
  {
    id: 'task',
    title: 'Task',
    about: 'What was learned.',
    value: ({ task }) => task,
    text: ({ task }) => task,
  },
  {
    id: 'schedule',
    title: 'Schedule',
    about: 'When edges update.',
    value: ({ schedule }) => schedule,
    text: ({ schedule }) => schedule,
  },
  {
    id: 'p',
    title: 'p',
    about: 'Mean update probability, at the start.',
    number: true,
    value: ({ p }) => p,
    text: ({ p }) => plain(p),
  },
  {
    id: 'b',
    title: 'b',
    about: 'Batch size, at the start.',
    number: true,
    value: ({ b }) => b,
    text: ({ b }) => plain(b),
  },
  {
    id: 'seed',
    title: 'Seed',
    about: 'Seed of the random numbers.',
    number: true,
    value: ({ seed }) => seed,
    text: ({ seed }) => plain(seed),
  },
  {
    id: 'steps',
    title: 'Steps',
    about: 'Learning steps done.',
    number: true,
    value: ({ steps }) => steps,
    text: ({ steps }) => formatCount(steps),
  },
  {
    id: 'trainError',
    title: 'Train error',
    about: 'Mean squared error over the training examples at the end, V².',
    number: true,
    value: ({ trainError }) => trainError,
    text: ({ trainError }) => formatError(trainError),
  },
  {
    id: 'testError',
    title: 'Test error',
    about: 'The same over the test examples, V².',
    number: true,
    value: ({ testError }) => testError,
    text: ({ testError }) => formatError(testError),
  },
  {
    id: 'accuracy',
    title: 'Accuracy',
    about: 'Of the test examples, or of the training examples without them.',
    number: true,
    value: ({ accuracy }) => accuracy,
    text: ({ accuracy }) => formatPercent(accuracy),
  },
  {
    id: 'duration',
    title: 'Duration',
    about: 'Time the machine has spent learning.',
    number: true,
    value: ({ runTimeMs }) => runTimeMs,
    text: ({ runTimeMs }) => formatDuration(runTimeMs),
  },
  {
    id: 'created',
    title: 'Created',
    about: 'When it was first started.',
    number: true,
    value: ({ createdAt }) => createdAt,
    text: ({ createdAt }) => absolute(createdAt),
  },
]
