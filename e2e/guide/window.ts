import { resolve } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { SweepFigure, SweepMeasure } from '../../src-preload/contract'

const folder = resolve(import.meta.dirname, '../../docs/public/pictures')

/** A picture of the window for the guide. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  // Charts draw at 20 to 30 Hz; figures of a sweep are made anew every 1.5 s.
  await page.waitForTimeout(400)
  await page.screenshot({ path: resolve(folder, `${name}.png`) })
}

/** Something with this very name is in sight. */
export async function inSight(where: Page | Locator, name: string): Promise<void> {
  await expect(where.getByText(name, { exact: true }).first()).toBeVisible()
}

/** Presses the button of this very name. */
export async function press(where: Page | Locator, name: string): Promise<void> {
  await where.getByRole('button', { name, exact: true }).click()
}

/** As fast as it goes: speed changes no result. */
export const hurry = (page: Page): Promise<void> => page.getByTestId('speed-slider').press('End')

/** The figures of the only sweep. */
export async function sweepFigures(page: Page, measure: SweepMeasure): Promise<SweepFigure[]> {
  const outcome = await page.evaluate(async (shown) => {
    const list = await window.lab.send('sweeps', undefined)
    if (!list.ok) return list
    const { id } = list.value.entries[0]
    const at = { along: 0, by: null, reference: 1 }
    return window.lab.send('sweepFigures', { id, measure: shown, ...at })
  }, measure)
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.value.figures
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2
}

/** 1.52×10⁻⁵, as the window writes small numbers. */
export function scientific(value: number): string {
  const [digits, exponent] = value.toExponential(2).split('e')
  const raised = [...String(Number(exponent))].map((c) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)])
  return `${digits}×10${raised.join('')}`
}
