import type { LibraryEntry } from '@contract'
import { errorUnitOf, formatCount, formatDuration, formatError, formatPercent } from '@figures'
import { t } from '../i18n'
import { scheduleWord, taskWord } from './names'

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
export const stateText = (entry: LibraryEntry): string => t(`columns.${stateOf(entry)}`)

/** The same in every language, to be compared. */
export const stateOf = ({ state, interrupted }: LibraryEntry) =>
  interrupted ? ('interrupted' as const) : state

/** It can go on from its newest checkpoint. */
export const resumable = ({ state, interrupted, machine }: LibraryEntry): boolean =>
  machine === 'simulated' && (interrupted || state === 'paused')

/** The name, or what the run is about where it has none. */
export const nameOf = ({ name, task }: LibraryEntry): string =>
  name || t('library.runOf', { task: taskWord(task) })

/** `3 min ago`; from a week on the date. @param nowMs epoch time */
export function ago(at: string, nowMs: number): string {
  const seconds = Math.max(0, (nowMs - Date.parse(at)) / 1000)
  if (seconds < 60) return t('columns.justNow')
  if (seconds < 3600) return t('columns.minAgo', { n: Math.floor(seconds / 60) })
  if (seconds < 86_400) return t('columns.hAgo', { n: Math.floor(seconds / 3600) })
  const days = Math.floor(seconds / 86_400)
  return days < 7 ? t('columns.dAgo', { n: days }) : at.slice(0, 10)
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
    get title() {
      return t('columns.nameTitle')
    },
    get about() {
      return t('columns.nameAbout')
    },
    value: (entry) => nameOf(entry).toLowerCase(),
    text: nameOf,
  },
  {
    id: 'state',
    get title() {
      return t('columns.stateTitle')
    },
    get about() {
      return t('columns.stateAbout')
    },
    value: stateText,
    text: stateText,
  },
  {
    id: 'machine',
    get title() {
      return t('columns.machineTitle')
    },
    get about() {
      return t('columns.machineAbout')
    },
    value: ({ machine }) => machine,
    text: ({ machine }) => (machine === 'board' ? t('library.board') : t('library.simulated')),
  },
  {
    id: 'task',
    get title() {
      return t('columns.taskTitle')
    },
    get about() {
      return t('columns.taskAbout')
    },
    value: ({ task }) => task,
    text: ({ task }) => taskWord(task),
  },
  {
    id: 'schedule',
    get title() {
      return t('columns.scheduleTitle')
    },
    get about() {
      return t('columns.scheduleAbout')
    },
    value: ({ schedule }) => schedule,
    text: ({ schedule }) => scheduleWord(schedule),
  },
  {
    id: 'p',
    get title() {
      return t('columns.pTitle')
    },
    get about() {
      return t('columns.pAbout')
    },
    number: true,
    value: ({ p }) => p,
    text: ({ p }) => plain(p),
  },
  {
    id: 'b',
    get title() {
      return t('columns.bTitle')
    },
    get about() {
      return t('columns.bAbout')
    },
    number: true,
    value: ({ b }) => b,
    text: ({ b }) => plain(b),
  },
  {
    id: 'seed',
    get title() {
      return t('columns.seedTitle')
    },
    get about() {
      return t('columns.seedAbout')
    },
    number: true,
    value: ({ seed }) => seed,
    text: ({ seed }) => plain(seed),
  },
  {
    id: 'steps',
    get title() {
      return t('columns.stepsTitle')
    },
    get about() {
      return t('columns.stepsAbout')
    },
    number: true,
    value: ({ steps }) => steps,
    text: ({ steps }) => formatCount(steps),
  },
  {
    id: 'trainError',
    get title() {
      return t('columns.trainErrorTitle')
    },
    get about() {
      return t('columns.trainErrorAbout')
    },
    number: true,
    value: ({ trainError }) => trainError,
    text: ({ trainError, model }) => formatError(trainError, errorUnitOf(model)),
  },
  {
    id: 'testError',
    get title() {
      return t('columns.testErrorTitle')
    },
    get about() {
      return t('columns.testErrorAbout')
    },
    number: true,
    value: ({ testError }) => testError,
    text: ({ testError, model }) => formatError(testError, errorUnitOf(model)),
  },
  {
    id: 'accuracy',
    get title() {
      return t('columns.accuracyTitle')
    },
    get about() {
      return t('columns.accuracyAbout')
    },
    number: true,
    value: ({ accuracy }) => accuracy,
    text: ({ accuracy }) => formatPercent(accuracy),
  },
  {
    id: 'duration',
    get title() {
      return t('columns.durationTitle')
    },
    get about() {
      return t('columns.durationAbout')
    },
    number: true,
    value: ({ runTimeMs }) => runTimeMs,
    text: ({ runTimeMs }) => formatDuration(runTimeMs),
  },
  {
    id: 'created',
    get title() {
      return t('columns.createdTitle')
    },
    get about() {
      return t('columns.createdAbout')
    },
    number: true,
    value: ({ createdAt }) => createdAt,
    text: ({ createdAt }) => absolute(createdAt),
  },
]
