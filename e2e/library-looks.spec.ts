import { expect, test } from './lab'
import { Looks, themes } from './looks'

const columns = [
  'x,y,kind',
  ...Array.from({ length: 12 }, (_, i) => `${i},${9 - i},${'ab'[i % 2]}`),
]

// One picture per state, theme and size, to be looked at.
for (const theme of themes)
  test(`what is done with runs in the ${theme} theme @long`, async ({ app, live, page }, info) => {
    const looks = new Looks(app, page, info, theme)
    const both = async (name: string): Promise<void> => {
      await looks.shot(name)
      await looks.size(1024, 640)
      await looks.shot(`${name}-small`)
      await looks.fits()
      await looks.size(1280, 800)
    }
    await looks.begin()
    await live.set('speed', '3000')
    await live.start.click()
    await live.expectStepsAbove(1000)
    await page.getByTestId('network-damage').click()
    await both('damage')
    await page.keyboard.press('Escape')
    await live.expectState('Finished')
    await page.getByTestId('what-if-open').click()
    await page.getByTestId('what-if-value').fill('x')
    await page.getByTestId('what-if-go').click()
    await both('what-if')
    await page.keyboard.press('Escape')
    await live.drop('kinds.csv', columns.join('\n'))
    await page.getByTestId('column-0-high').fill('3')
    await both('data-set')
    await page.keyboard.press('Escape')
    await live.choose('preset', /^Exclusive or on/)
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(200)
    await live.pause.click()
    await both('spins')
    await page.keyboard.press('3')
    await both('compare-empty')
    await page.getByTestId('compare-newest').click()
    await expect(page.getByTestId('differences')).toBeVisible()
    await both('compare')
    await page.keyboard.press('2')
    // In the table: what was deleted is named below it, too.
    const run = page.getByTestId('runs').getByText('Iris on penn16').first()
    await run.click()
    await both('library')
    await page.getByTestId('open-run').click()
    await expect(page.getByTestId('replay-bar')).toBeVisible()
    await both('replay')
    await page.getByTestId('replay-close').click()
    await page.keyboard.press('2')
    await run.click()
    await page.keyboard.press('Delete')
    await both('undo')
    await page.getByTestId('show-trash').click()
    await run.click()
    await both('trash')
    await page.getByTestId('purge-runs').click()
    await both('purge')
  })
