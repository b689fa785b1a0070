import AxeBuilder from '@axe-core/playwright'
import { expect, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'

/** The two sizes that matter most, the second the smallest, and the themes. */
export const sizes = [
  [1280, 800],
  [1024, 640],
] as const
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Pictures of one window in one theme, to be looked at, and what axe says of it. */
export class Looks {
  constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
    private readonly info: TestInfo,
    private readonly theme: Theme = 'light',
  ) {}

  /** The window in this theme, without motion, 1280 x 800. */
  async begin(): Promise<void> {
    await this.page.emulateMedia({ colorScheme: this.theme, reducedMotion: 'reduce' })
    await this.size(1280, 800)
  }

  async size(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0].setContentSize(w, h),
      [width, height] as const,
    )
    await expect
      .poll(() => this.page.evaluate(() => [window.innerWidth, window.innerHeight]))
      .toEqual([width, height])
  }

  async shot(name: string): Promise<void> {
    // Charts draw at 20 to 30 Hz; two turns and a paint.
    await this.page.waitForTimeout(150)
    await this.page.screenshot({ path: this.info.outputPath(`${name}-${this.theme}.png`) })
  }

  /** Nothing serious in either theme, whatever is open. */
  async axe(what: string): Promise<void> {
    // The window was asked for no motion.
    expect(await this.page.evaluate(() => document.getAnimations().length), what).toBe(0)
    for (const theme of themes) {
      await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      // Electron cannot open the second page that axe wants by default.
      const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze()
      const serious = violations.filter(({ impact }) => /serious|critical/.test(impact ?? ''))
      const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
      expect(told, `${what}, ${theme}`).toEqual([])
    }
    await this.page.emulateMedia({ colorScheme: this.theme, reducedMotion: 'reduce' })
  }

  /** Nothing sticks out of the window. */
  async fits(): Promise<void> {
    const over = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return []
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth)
        .map((element) => element.outerHTML.slice(0, 200))
    })
    expect(over).toEqual([])
  }
}
