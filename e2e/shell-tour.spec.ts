import { expect, test } from './lab'

test.use({ tour: true })

test('the tour stands beside what it explains, once, and comes when it is called', async ({
  page,
  app,
}) => {
  const tour = page.getByTestId('tour')
  const corner = async (target: string) => {
    const box = await page.getByTestId(target).boundingBox()
    return box && [Math.round(box.x), Math.round(box.y)]
  }
  // The ring goes along when what it surrounds moves.
  await page.getByTestId('start').evaluate((start) => (start.style.marginLeft = '40px'))
  await expect
    .poll(async () => {
      const [ring, start] = [await corner('tour-ring'), await corner('start')]
      return ring && start && [start[0] - ring[0], start[1] - ring[1]]
    })
    .toEqual([3, 3])
  for (const target of ['start', 'p-slider', 'panel-raster']) {
    await expect(tour).toBeVisible()
    const card = await tour.boundingBox()
    const at = await page.getByTestId(target).boundingBox()
    if (card === null || at === null) throw new Error('nothing is shown')
    const apart =
      card.x >= at.x + at.width ||
      card.x + card.width <= at.x ||
      card.y >= at.y + at.height ||
      card.y + card.height <= at.y
    expect(apart, target).toBe(true)
    await page.getByTestId('tour-next').click()
  }
  await expect(tour).toHaveCount(0)
  await page.reload()
  await expect(page.getByTestId('start')).toBeEnabled()
  await expect(tour).toHaveCount(0)
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('tour')?.click())
  await expect(tour).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tour).toHaveCount(0)
})
