import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './lab'

const shots = process.env['DESYNCLAB_SHOTS']
async function shot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: resolve(shots, `${name}.png`) })
}

test('a sweep over p is planned, run, looked at and exported; a point opens its run', async ({
  live,
  page,
}) => {
  await live.choose('preset', /^Two targets on discrete levels/)
  await live.ready()
  await page.getByTestId('view-sweep').click()
  await expect(page.getByTestId('sweep-empty')).toBeVisible()
  await shot(page, 'sweep-empty')

  await page.getByTestId('sweep-new').click()
  await page.getByTestId('axis-values-1').fill('0.1..1 x')
  await expect(page.getByTestId('axis-values-1')).toHaveAttribute('aria-invalid', 'false')
  await page.getByTestId('axis-field-1').fill('schedule.propability')
  await expect(page.getByRole('alert')).toContainText('The configuration has no such field')
  await expect(page.getByTestId('plan-start')).toBeDisabled()
  await shot(page, 'sweep-plan-wrong')
  await page.getByTestId('axis-field-1').fill('schedule.probability')
  await page.getByTestId('axis-values-1').fill('0.25, 0.5, 1')
  await page.getByTestId('sweep-seeds').fill('6')
  await page.getByTestId('sweep-stop-number').fill('400')
  await page.getByTestId('sweep-stop-number').press('Tab')
  await expect(page.getByTestId('plan-estimate')).toContainText(/^18 runs on \d+ cores?, about/, {
    timeout: 20_000,
  })
  await shot(page, 'sweep-plan')
  await page.getByTestId('plan-mode').getByText('JSON').click()
  await expect(page.getByTestId('plan-text')).toHaveValue(/"path": "schedule.probability"/)
  await page.getByTestId('plan-mode').getByText('Form').click()
  await page.getByTestId('plan-start').click()

  await expect(page.getByTestId('sweep-state')).toHaveText('Finished', { timeout: 60_000 })
  await expect(page.getByTestId('sweep-done')).toHaveText('18 of 18 runs')
  await expect(page.getByTestId('sweep-spread')).toBeVisible()
  await expect(page.getByTestId('sweep-pairs')).toBeVisible()
  await expect(page.getByTestId('sweep-bands')).toBeVisible()
  await shot(page, 'sweep-done')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shot(page, 'sweep-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  // The run behind a point, and its end: the same bits as in the sweep.
  const rows = await page.evaluate(async () => {
    const list = await window.lab.send('sweeps', undefined)
    if (!list.ok) throw new Error(list.problem.message)
    const { id } = list.value.entries[0]
    const outcome = await window.lab.send('sweepRows', { id, from: 0, most: 500 })
    if (!outcome.ok) throw new Error(outcome.problem.message)
    return outcome.value.rows
  })
  expect(rows).toHaveLength(18)
  const figure = page.getByTestId('sweep-spread')
  const box = await figure.boundingBox()
  if (box === null) throw new Error('no figure')
  await expect(async () => {
    // Points of the first place stand in the left part of the figure: try until one is hit.
    for (let y = 0.2; y < 0.8; y += 0.012) {
      for (const x of [0.2, 0.215, 0.23, 0.245]) {
        await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
        if (await page.getByTestId('panel-loss').isVisible()) return
      }
    }
    throw new Error('no point was hit')
  }).toPass({ timeout: 60_000 })
  await live.ready()
  await live.start.click()
  await live.expectState('Finished')
  const record = await page.evaluate(() => window.lab.send('record', undefined))
  if (!record.ok) throw new Error(record.problem.message)
  const hashes = rows.map((row) => (row.state === 'finished' ? row.result.hash : ''))
  expect(hashes).toContain(record.value.result.hash)
})
