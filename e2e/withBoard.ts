import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Running } from './boards'
import { expect, test as base } from './lab'
import { BoardPage } from './pages/board'

/** A task that fits a small board. */
export const preset = JSON.parse(
  readFileSync(
    resolve(import.meta.dirname, '../resources/presets/allostery-penn16-discrete.json'),
    'utf8',
  ),
) as { config: object }

/** Tests with a board: its page, and what is stopped at their end. */
export const test = base.extend<{ board: BoardPage; ends: Running[] }>({
  board: async ({ live }, use) => use(new BoardPage(live.page)),
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  ends: async ({}, use) => {
    const ends: Running[] = []
    await use(ends)
    for (const one of ends.reverse()) await one.stop()
  },
})

/** The last number of a sentence such as `Over 2 400 steps: train from 3.1 V² to 1.52×10⁻⁵ V².` */
export function errorOf(summary: string): number {
  const found = [...summary.matchAll(/train from .*? to ([\d.]+)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/g)].at(-1)
  if (found === undefined) throw new Error(`no error in: ${summary}`)
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  const power = [...(found[2] ?? '')]
    .map((sign) => (sign === '⁻' ? '-' : digits.indexOf(sign)))
    .join('')
  return Number(found[1]) * 10 ** Number(power || 0)
}

export { expect }
