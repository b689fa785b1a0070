import { inject, provide, type InjectionKey } from 'vue'

/** Chapters of the docs that something in the window belongs to. */
export type ChapterId =
  | 'controls'
  | 'networks'
  | 'tasks'
  | 'free-and-clamped-state'
  | 'rules'
  | 'batches'
  | 'schedules'
  | 'imperfections'
  | 'read-outs'
  | 'loss'
  | 'charts-over-time'
  | 'network-view'
  | 'damage'
  | 'conductances'
  | 'timing'
  | 'spins'
  | 'spin-pictures'
  | 'outputs'
  | 'status-strip'
  | 'recording'
  | 'what-would-happen-with'
  | 'library-and-replay'
  | 'compare'
  | 'sweeps'
  | 'report'
  | 'terms'
  | 'bring-your-own'
  | 'a-board'
  | 'connect'
  | 'console'
  | 'twin'
  | 'troubleshooting'

const key: InjectionKey<ChapterId> = Symbol('chapter of the docs')

/** Says where in the docs everything inside a component is explained. */
export function useChapter(chapter: ChapterId): void {
  provide(key, chapter)
}

/** The chapter of the place that a component stands in; null: of none. */
export const chapterHere = (): ChapterId | null => inject(key, null)

const spinRule = (name: string): readonly [path: string, chapter: ChapterId] => [
  `rule.${name}`,
  'spins',
]

/** Chapter of every parameter, by the beginning of its path; the first that fits holds. */
const parameterChapters: readonly (readonly [path: string, chapter: ChapterId])[] = [
  ['network', 'networks'],
  ['task', 'tasks'],
  ['rule.eta', 'free-and-clamped-state'],
  ...['cost', 'nudge', 'beta', 'optimiser', 'rate', 'cap', 'phases', 'starts'].map(spinRule),
  ...['evaluateStarts', 'evaluateExamples', 'couplingMean', 'couplingSpread', 'biasSpread'].map(
    spinRule,
  ),
  spinRule('relaxation'),
  ['rule', 'rules'],
  ['schedule', 'schedules'],
  ['batch', 'batches'],
  ['imperfections', 'imperfections'],
  ['evaluate', 'loss'],
  ['recording', 'recording'],
  ['machine', 'a-board'],
  ['seed', 'terms'],
  ['adjustments', 'damage'],
  ['name', 'controls'],
  ['format', 'controls'],
  ['stop', 'controls'],
  ['pace', 'controls'],
]

/** Where the docs explain a parameter; null: nowhere, which a test forbids. */
export const chapterOf = (path: string): ChapterId | null =>
  parameterChapters.find(([owner]) => path === owner || path.startsWith(`${owner}.`))?.[1] ?? null

const inside = (element: Element | null | undefined): string | null =>
  element?.closest('[data-about]')?.getAttribute('data-about') ?? null

/**
 * The chapter about what the user looks at: what a hint is shown for, else what the keyboard is at,
 * else what the pointer is over; null: the docs from their beginning.
 */
export function chapterInSight(): string | null {
  const hinted = document.querySelector(
    '[data-hint]:is([data-state="delayed-open"], [data-state="instant-open"])',
  )
  const focused = document.querySelector(':focus-visible')
  const hovered = [...document.querySelectorAll('[data-about]:hover')].at(-1)
  return inside(hinted) ?? inside(focused) ?? inside(hovered)
}
