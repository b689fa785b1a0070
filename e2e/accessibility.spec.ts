import type { Page } from '@playwright/test'
import { expect, test } from './lab'
import { Looks } from './looks'
import { BoardPage } from './pages/board'

const columns = [
  'x,y,kind',
  ...Array.from({ length: 12 }, (_, i) => `${i},${9 - i},${'ab'[i % 2]}`),
]

/** Opens something, reads it in both themes, and closes it. */
async function read(
  page: Page,
  looks: Looks,
  testid: string,
  open: () => Promise<unknown>,
): Promise<void> {
  await open()
  const shown = page.getByTestId(testid)
  await expect(shown, testid).toBeVisible()
  await looks.axe(testid)
  await page.keyboard.press('Escape')
  await expect(shown, testid).toHaveCount(0)
}

test('axe finds nothing serious in Live, its dialogs and its popovers', async ({
  app,
  live,
  page,
}, info) => {
  // Axe reads ten states twice, each in seconds.
  test.setTimeout(240_000)
  const looks = new Looks(app, page, info)
  await looks.begin()
  await live.start.click()
  await live.expectStepsAbove(50)
  await live.pause.click()
  await live.expectState('Paused')
  await page.getByTestId('physics-toggle').click()
  await looks.axe('Live')
  const click = (testid: string) => () => page.getByTestId(testid).click()
  const press = (key: string) => () => page.keyboard.press(key)
  await read(page, looks, 'palette', press('Control+k'))
  await read(page, looks, 'editor', press('Control+j'))
  await read(page, looks, 'docs', press('F1'))
  await read(page, looks, 'shortcuts-dialog', press('Shift+?'))
  await read(page, looks, 'what-if', click('what-if-open'))
  await read(page, looks, 'damage-apply', click('network-damage'))
  await read(page, looks, 'panel-loss-save-png', click('panel-loss-tools'))
  await read(page, looks, 'table-dialog', () => live.drop('kinds.csv', columns.join('\n')))
  await live.drop('notes.json', 'no JSON')
  await live.set('p', '1.5')
  await expect(page.getByRole('alert')).toHaveCount(2)
  await looks.axe('what is wrong')
})

test('axe finds nothing serious in the library, its trash, a comparison and a replay', async ({
  app,
  live,
  page,
}, info) => {
  const looks = new Looks(app, page, info)
  await looks.begin()
  for (const seed of ['1', '2']) {
    await live.set('seed', seed)
    await live.ready()
    await live.start.click()
    await live.expectStepsAbove(50)
    await live.pause.click()
    await live.expectState('Paused')
  }
  await page.keyboard.press('3')
  await looks.axe('Compare, empty')
  await page.getByTestId('compare-newest').click()
  await expect(page.getByTestId('differences')).toBeVisible()
  await looks.axe('Compare')
  await page.keyboard.press('2')
  const rows = page.getByTestId('runs').getByText('Iris on penn16')
  await rows.last().click()
  await looks.axe('Library')
  await page.getByTestId('open-run').click()
  await expect(page.getByTestId('replay-bar')).toBeVisible()
  await looks.axe('Replay')
  await page.getByTestId('replay-close').click()
  await page.keyboard.press('2')
  await rows.last().click()
  await page.keyboard.press('Delete')
  await page.getByTestId('show-trash').click()
  await rows.first().click()
  await looks.axe('Trash')
  await read(page, looks, 'purge-dialog', () => page.getByTestId('purge-runs').click())
})

test.describe('on the first day', () => {
  test.use({ tour: true })
  test('axe finds nothing serious in the tour', async ({ app, page }, info) => {
    const looks = new Looks(app, page, info)
    await looks.begin()
    await expect(page.getByTestId('tour-skip')).toBeVisible()
    await looks.axe('Tour')
  })
})

test('axe finds nothing serious with a board, its twin and its console', async ({
  app,
  live,
  page,
}, info) => {
  const looks = new Looks(app, page, info)
  const board = new BoardPage(page)
  await looks.begin()
  await board.toHardware()
  await expect(board.connectView).toBeVisible()
  await looks.axe('Connect')
  await board.connectVirtual()
  await live.ready()
  await page.getByTestId('twin').click()
  await board.openConsole()
  await board.say('NONSENSE')
  await expect(page.getByTestId('console-problem')).toBeVisible()
  await board.input.press('Tab')
  await looks.axe('Board')
})

test('everything is reached by the Tab key, and focus is seen', async ({ live, page }) => {
  await live.ready()
  const reached = new Set<string>()
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return null
      const holder = element.closest('[data-testid]')
      return { id: holder?.getAttribute('data-testid'), outline: getComputedStyle(element).outline }
    })
    if (focused?.id) reached.add(focused.id)
  }
  for (const id of [
    'preset',
    'start',
    'step',
    'reset',
    'p-slider',
    'p-field',
    'export',
    'chart-network',
  ])
    expect([...reached], id).toContain(id)
})
