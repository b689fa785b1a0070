import { expect, test } from './lab'
import { Looks } from './looks'

test('a lattice of spins learns exclusive or, and the channel appears @quick', async ({
  app,
  live,
  page,
}, info) => {
  const looks = new Looks(app, page, info)
  await looks.begin()
  await live.choose('preset', /^Exclusive or on a lattice/)
  await live.ready()
  await looks.shot('ready')
  await live.start.click()
  await page.waitForTimeout(1500)
  await looks.shot('early')
  await live.expectState('Finished')
  await looks.shot('finished')
  await expect(page.getByTestId('affected')).toBeVisible()
})
