import AxeBuilder from '@axe-core/playwright'
import { testedElectron } from '../src-preload/contract'
import { expect, test } from './lab'

test('About names the versions, whether they were tested, and every licence', async ({
  live,
  page,
}, info) => {
  await live.ready()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('about')
  await page.keyboard.press('Enter')
  const about = page.getByTestId('about')
  const known = await page.evaluate(() => window.lab.send('appInfo', undefined))
  if (!known.ok) throw new Error(known.problem.message)
  await expect(page.getByTestId('about-versions')).toContainText(known.value.version)
  await expect(page.getByTestId('about-versions')).toContainText(`Electron ${known.value.electron}`)
  await expect(page.getByTestId('about-tested')).toContainText(
    testedElectron.includes(known.value.electron) ? 'Every test was run' : 'not on this version',
  )
  const rows = page.getByTestId('about-list').locator('summary')
  for (const name of ['electron', 'vue', 'serialport', 'libsql', 'echarts'])
    await expect(rows.filter({ has: page.getByText(name, { exact: true }) }).first()).toBeAttached()
  await page.getByTestId('about-search').fill('noto')
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  await expect(about).toContainText('SIL OPEN FONT LICENSE')
  await page.screenshot({ path: info.outputPath('about.png') })
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  )
  await page.getByTestId('about-search').fill('no such package')
  await expect(about).toContainText('No package is called so.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '中文' }).click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('关于')
  await page.keyboard.press('Enter')
  await expect(about).toContainText('许可证')
  await page.screenshot({ path: info.outputPath('about-zh.png') })
})
