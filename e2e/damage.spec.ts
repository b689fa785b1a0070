import { expect, test } from './lab'

test('an edge is cut and restored by the keyboard while the run goes on', async ({
  live,
  page,
}) => {
  await live.start.click()
  await live.expectStepsAbove(20)
  await live.network.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('network-tip')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(live.network).toHaveAttribute('data-cut', '1')
  await expect(page.getByTestId('network-tip')).toContainText(/cut/i)
  await page.keyboard.press('Enter')
  await expect(live.network).toHaveAttribute('data-cut', '0')
  await live.expectState('Running')
})

test('an edge is cut by a click where it is drawn', async ({ live, page }) => {
  const box = await live.network.boundingBox()
  if (box === null) throw new Error('the network is not on the screen')
  // A walk over the drawing finds an edge whatever the layout is.
  let found = false
  for (let y = 0.2; y < 0.8 && !found; y += 0.04)
    for (let x = 0.1; x < 0.9 && !found; x += 0.04) {
      await page.mouse.move(box.x + x * box.width, box.y + y * box.height)
      const tip = page.getByTestId('network-tip')
      found = (await tip.count()) > 0 && /edge|–|-/i.test(await tip.innerText())
      if (!found) continue
      await page.mouse.down()
      await page.mouse.up()
      found = await live.network
        .getAttribute('data-cut')
        .then(() => expect(live.network).toHaveAttribute('data-cut', '1', { timeout: 700 }))
        .then(() => true)
        .catch(() => false)
    }
  expect(found, 'no point of the drawing cut an edge').toBe(true)
  await expect(live.network).toHaveAttribute('data-cut', '1')
})
