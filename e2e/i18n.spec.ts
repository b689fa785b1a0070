import type { ElectronApplication, Page } from '@playwright/test'
import { expect, launchLab, quit, test } from './lab'

/**
 * What stays as it is in every language: names, file types, keys, paths of parameters, SCPI, units,
 * names of nodes and classes, and what a user or a file named.
 */
const same =
  /Desynclab|Iris on|English|SCPI|JSON|CSV|PNG|SVG|GraphML|SPICE|Arduino|Mega|avrdude|penn16|setosa|versicolor|virginica|json|zip|graphml|cir|csv|Ctrl|Shift|Enter|Esc|Space|Del|Tab|F\d+|\/dev\/\w+|COM\d|IDN|USB|a\.u\.|min|max|ms|mV|kHz|MB|GB|rms|bit|run\.json|eta|alpha|notes|\/tmp\/\S+|Unexpected token .*|[0-9a-f]{8}-[0-9a-f-]{27}|null|true|false/g

/** Words of two letters and more in Latin script that a reader sees, in text and in labels. */
async function english(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const owner = node.parentElement
      if (owner === null || owner.closest('script, style, math, code, textarea, [lang="en"]'))
        continue
      if (
        owner.closest(
          '[data-testid="store-folder"], [data-testid="docs-page"], [data-testid="console-log"], .name, .finding, option',
        )
      )
        continue
      if (owner.checkVisibility({ visibilityProperty: true })) found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        if (element.checkVisibility() && !element.closest('[lang="en"]'))
          found.push(element.getAttribute(name) ?? '')
    return found
  })
  const left = texts.filter((text) => /[A-Za-z]{2}/.test(text.replace(same, '')))
  return [...new Set(left.map((text) => text.trim()))]
}

const size = (app: ElectronApplication, width: number, height: number) =>
  app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0].setContentSize(w, h),
    [width, height],
  )

/** The menus and their entries, one line each. */
const menu = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [
      label,
      ...(submenu?.items.flatMap((item) => (item.type === 'separator' ? [] : [item.label])) ?? []),
    ]),
  )

test('the language changes at once, everywhere, and is kept', async ({ userData }) => {
  const app = await launchLab(userData)
  const page = await app.firstWindow()
  await page.getByTestId('tour-skip').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      document.title = `violated ${event.effectiveDirective}`
    })
    Object.assign(window, { here: true })
  })
  await page.getByTestId('language').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByTestId('start')).toHaveText('开始')
  await expect.poll(() => menu(app)).toContain('文件(&F)')
  expect((await menu(app)).filter((label) => /[A-Za-z]{3}/.test(label.replace(same, '')))).toEqual(
    [],
  )
  // The page is the same one: nothing was loaded again, and the policy had nothing to forbid.
  expect(await page.evaluate(() => 'here' in window)).toBe(true)
  expect(await page.title()).not.toContain('violated')
  await quit(app)

  const again = await launchLab(userData)
  const back = await again.firstWindow()
  await expect(back.getByTestId('start')).toHaveText('开始')
  await expect.poll(() => menu(again)).toContain('文件(&F)')
  await back.getByTestId('language').click()
  await expect(back.getByTestId('start')).toHaveText('Start')
  await expect.poll(() => menu(again)).toContain('&File')
  await quit(again)
})

test('a face with the characters is there, in text and on canvas', async ({ page, live }) => {
  await live.ready()
  await page.getByTestId('language').click()
  await expect
    .poll(() =>
      page.evaluate(() => document.fonts.check('12px "Noto Sans SC Variable"', '网络电导')),
    )
    .toBe(true)
})

test('nothing is left in English in any view', async ({ app, page, live }) => {
  const look = async (name: string): Promise<void> => {
    // Words that come late, of a figure or a hint.
    await page.waitForTimeout(200)
    expect.soft(await english(page), name).toEqual([])
  }
  await live.ready()
  await page.getByTestId('language').click()
  await size(app, 1280, 800)
  await look('live-ready')
  await live.start.click()
  await live.expectStepsAbove(60)
  await page.getByTestId('pause').click()
  await page.getByTestId('physics-toggle').click()
  await look('live-paused')
  await size(app, 1024, 640)
  await look('live-small')
  await size(app, 1280, 800)
  for (const [name, key] of [
    ['palette', 'Control+k'],
    ['editor', 'Control+j'],
    ['docs', 'F1'],
    ['shortcuts-dialog', 'Shift+?'],
  ]) {
    await page.keyboard.press(key)
    await expect(page.getByTestId(name)).toBeVisible()
    await look(name)
    await page.keyboard.press('Escape')
    await expect(page.getByTestId(name)).toHaveCount(0)
  }
  await page.getByTestId('what-if-open').click()
  await look('what-if')
  await page.keyboard.press('Escape')
  await page.getByTestId('preset-about').click()
  await look('preset')
  await page.keyboard.press('Escape')
  await page.getByTestId('schedule').click()
  await look('schedules')
  await page.keyboard.press('Escape')
  await page.getByTestId('network-damage').click()
  await look('damage')
  await page.keyboard.press('Escape')
  await page.getByTestId('network-drawing').click()
  await look('drawing')
  await page.keyboard.press('Escape')
  await live.drop('notes.json', 'no JSON')
  await expect(page.getByTestId('problem-unreadable-run')).toBeVisible()
  await look('problem')
  await page.getByTestId('problem-unreadable-run').getByRole('button').last().click()
  // Another run: opening the one that is present would only show it again.
  await page.getByTestId('preset').click()
  await page.getByTestId('preset-regression-penn16').click()
  await live.ready()
  await page.getByTestId('view-library').click()
  await look('library')
  await page.getByTestId('runs').locator('[role="row"]').nth(1).click()
  await look('library-chosen')
  await page.getByTestId('open-run').click()
  await expect(page.getByTestId('replay-bar')).toBeVisible()
  await look('replay')
  await page.getByTestId('replay-close').click()
  await page.getByTestId('view-compare').click()
  await look('compare')
  await page.getByTestId('view-live').click()
  await page.getByTestId('machine-board').click()
  await look('board')
  await page.getByTestId('connect-virtual').click()
  await expect(page.getByTestId('board-details')).toBeVisible({ timeout: 20_000 })
  await page.getByTestId('console-toggle').click()
  await look('board-connected')
})
