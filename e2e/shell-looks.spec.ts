import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './lab'

// One picture per dialog, theme and size, to be looked at; axe reads each of them.
for (const colorScheme of ['light', 'dark'] as const)
  test(`the dialogs of the window in the ${colorScheme} theme`, async ({
    app,
    live,
    page,
  }, info) => {
    await live.ready()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [width, height] of [
      [1280, 800],
      [1024, 640],
    ]) {
      await app.evaluate(
        ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0].setContentSize(w, h),
        [width, height],
      )
      for (const [name, key] of [
        ['palette', 'Control+k'],
        ['editor', 'Control+j'],
        ['docs', 'F1'],
        ['shortcuts-dialog', 'Shift+?'],
      ]) {
        await page.keyboard.press(key)
        await expect(page.getByTestId(name)).toBeVisible()
        await page.waitForTimeout(200)
        await page.screenshot({ path: info.outputPath(`${name}-${width}-${colorScheme}.png`) })
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        const serious = violations.filter(({ impact }) => /serious|critical/.test(impact ?? ''))
        expect(
          serious.map(({ id, nodes }) => `${name} ${id}: ${nodes.map((n) => n.html).join(' ')}`),
        ).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByTestId(name)).toHaveCount(0)
      }
    }
  })
