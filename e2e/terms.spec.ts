import { expect, test } from './lab'

test('a hint leads to what the docs say, by the pointer and by F1', async ({ live, page }) => {
  await live.ready()
  const docs = page.getByTestId('docs')
  const heading = (id: string) => docs.locator(`#docs-${id}`)
  await page.getByTestId('panel-raster').getByRole('heading').hover()
  await expect(page.getByRole('tooltip')).toContainText('One row per edge')
  await page.keyboard.press('F1')
  await expect(heading('timing')).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await live.field('eta').focus()
  await page.keyboard.press('F1')
  await expect(heading('free-and-clamped-state')).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.getByTestId('panel-loss').getByRole('heading').hover()
  await page.locator('.tooltip .more').click()
  await expect(heading('loss')).toBeInViewport()
})

test('what was typed in the editor is there again after a look into the docs', async ({
  live,
  page,
}) => {
  await live.ready()
  await page.keyboard.press('Control+j')
  await page.getByTestId('field-schedule-probability').fill('0.25')
  await page.keyboard.press('F1')
  await expect(page.getByTestId('docs').locator('#docs-schedules')).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+j')
  await expect(page.getByTestId('editor-json')).toHaveValue(/"probability": 0.25/)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('editor')).toHaveCount(0)
  await page.keyboard.press('Control+j')
  await expect(page.getByTestId('editor-json')).not.toHaveValue(/"probability": 0.25/)
})
