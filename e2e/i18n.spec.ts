import { expect, launchLab, quit, test } from './lab'

test('the window changes its language at once, and keeps it', async ({ userData }) => {
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  const violations: string[] = []
  await page.exposeFunction('told', (what: string) => violations.push(what))
  await page.getByTestId('tour-skip').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByTestId('language')).toHaveText('中文')
  await page.getByTestId('language').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByTestId('view-library')).toHaveText('记录库')
  await page.screenshot({ path: 'test-results/zh.png' })
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].setContentSize(1024, 640),
  )
  await page.waitForTimeout(300)
  await page.screenshot({ path: 'test-results/zh-small.png' })
  await quit(app)
})
