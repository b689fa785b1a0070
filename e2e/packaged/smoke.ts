import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { emulatedBoard } from '../boards'
import { BoardPage } from '../pages/board'
import { LivePage } from '../pages/live'
import type { Shipped } from './shipped'

/** What a user does on the first day: train, connect a board, train it, export. */
export async function smoke(shipped: Shipped): Promise<void> {
  const { page, userData } = shipped
  const live = new LivePage(page)
  await live.ready()
  const licences = await page.evaluate(() => window.lab.send('licences', undefined))
  expect(licences.ok && licences.value.length).toBeGreaterThan(50)
  await live.start.click()
  await live.expectStepsAbove(500)
  await live.pause.click()
  await live.expectState('Paused')

  const exports = join(userData, 'exports')
  mkdirSync(exports)
  await page.getByTestId('export').click()
  await shipped.answerDialog('Export report', exports)
  await expect(page.getByTestId('show-export')).toBeVisible({ timeout: 60_000 })
  const [folder] = readdirSync(exports)
  const files = readdirSync(join(exports, folder))
  for (const file of ['run.json', 'report.html', 'report.pdf', 'series.parquet'])
    expect(files).toContain(file)

  const emulated = await emulatedBoard()
  try {
    const board = new BoardPage(page)
    await live.choose('preset', /^Two targets on discrete levels/)
    await board.toHardware()
    await board.connect(emulated.path)
    await board.expectPresence('identified')
    await live.ready()
    await live.start.click()
    // It takes seconds: a pause would come too late on a busy computer.
    await live.expectState('Finished')
  } finally {
    await emulated.stop()
  }
}
