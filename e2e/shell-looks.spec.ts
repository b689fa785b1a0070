import { expect, test } from './lab'
import { Looks, sizes, themes } from './looks'

// One picture per dialog, theme and size, to be looked at; axe reads each of them.
for (const theme of themes)
  test(`the dialogs of the window in the ${theme} theme @long`, async ({
    app,
    live,
    page,
  }, info) => {
    await live.ready()
    const looks = new Looks(app, page, info, theme)
    await looks.begin()
    for (const [width, height] of sizes) {
      await looks.size(width, height)
      for (const [name, key] of [
        ['palette', 'Control+k'],
        ['editor', 'Control+j'],
        ['docs', 'F1'],
        ['shortcuts-dialog', 'Shift+?'],
      ]) {
        await page.keyboard.press(key)
        await expect(page.getByTestId(name)).toBeVisible()
        await looks.shot(`${name}-${width}`)
        await looks.axe(name)
        await page.keyboard.press('Escape')
        await expect(page.getByTestId(name)).toHaveCount(0)
      }
    }
  })
