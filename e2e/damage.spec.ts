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

test('an edge is cut from its menu where it is drawn, and a click looks at it', async ({
  live,
  page,
}) => {
  const box = await live.network.boundingBox()
  if (box === null) throw new Error('the network is not on the screen')
  // A walk over the drawing finds an edge whatever the layout is.
  let at: [number, number] | null = null
  for (let y = 0.2; y < 0.8 && at === null; y += 0.04)
    for (let x = 0.1; x < 0.9 && at === null; x += 0.04) {
      const place: [number, number] = [box.x + x * box.width, box.y + y * box.height]
      await page.mouse.move(...place)
      const tip = page.getByTestId('network-tip')
      if ((await tip.count()) > 0 && /–/.test(await tip.innerText())) at = place
    }
  if (at === null) throw new Error('no point of the drawing is an edge')
  await page.mouse.click(...at)
  await expect(page.getByTestId('interval-edge')).not.toHaveValue('')
  await expect(live.network).toHaveAttribute('data-cut', '0')
  await page.mouse.click(...at, { button: 'right' })
  await page.getByTestId('menu-cut').click()
  await expect(live.network).toHaveAttribute('data-cut', '1')
})
