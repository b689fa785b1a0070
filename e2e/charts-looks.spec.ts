import { expect, test } from './lab'
import { Looks, themes } from './looks'
import { ChartsPage } from './pages/charts'

// One picture per state and theme, to be looked at; that they can be taken at all is the test.
for (const theme of themes)
  test(`charts over time in the ${theme} theme @long`, async ({ app, live, page }, info) => {
    const charts = new ChartsPage(page)
    const looks = new Looks(app, page, info, theme)
    await looks.begin()
    await page.getByTestId('legend-batch').click()
    await page.getByTestId('legend-outputs').click()
    await page.getByTestId('output-view-accuracy').click()
    await looks.shot('1-empty')
    await live.start.click()
    for (const [edge, steps] of [0, 3, 7, 9, 12, 14].map((e, n) => [e, 150 * (n + 1)] as const)) {
      await live.expectStepsAbove(steps)
      await page.evaluate(
        (at) => window.lab.send('adjust', { change: { kind: 'edge', edge: at, action: 'freeze' } }),
        edge,
      )
    }
    await live.expectStepsAbove(1200)
    await charts.wheel('loss', 0.5, -4)
    await charts.point('loss', 0.4)
    await looks.shot('2-held')
    await live.pause.click()
    await page.getByTestId('x-axis-time').click()
    await page.getByTestId('panel-loss-maximise').click()
    await charts.point('loss', 0.6)
    await looks.shot('3-maximised')
    await page.keyboard.press('Escape')
    await looks.size(1024, 700)
    await charts.point('loss', 0.6)
    await looks.shot('4-small')
    await charts.choose('panel-loss', 'as-table')
    await looks.shot('5-table')
    await expect(page.getByTestId('chart-table').first()).toBeVisible()
  })
