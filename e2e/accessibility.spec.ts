import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './lab'

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious in the ${colorScheme} theme`, async ({ live, page }) => {
    await page.emulateMedia({ colorScheme })
    await live.start.click()
    await live.expectStepsAbove(50)
    await live.pause.click()
    await live.expectState('Paused')
    // Electron cannot open the second page that axe wants by default.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual(
      [],
    )
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
