import { channels, type LabEvent } from '../src-preload/contract'
import { expect, test } from './lab'

// One picture per state and theme, to be looked at; that they can be taken at all is the test.
for (const colorScheme of ['light', 'dark'] as const)
  test(`every state in the ${colorScheme} theme`, async ({ app, live, page }, info) => {
    const shot = async (name: string): Promise<void> => {
      await page.waitForTimeout(400)
      const path = info.outputPath(`${name}-${colorScheme}.png`)
      await page.screenshot({ path })
      await info.attach(name, { path })
    }
    /** Shows a state that the engine does not come into by itself. */
    const tell = (event: LabEvent) =>
      app.evaluate(
        ({ BrowserWindow }, [channel, said]) =>
          BrowserWindow.getAllWindows()[0].webContents.send(channel, said),
        [channels.event, event] as const,
      )
    const size = (width: number, height: number) =>
      app.evaluate(
        ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0].setContentSize(w, h),
        [width, height],
      )
    await page.emulateMedia({ colorScheme })
    await size(1280, 800)
    await shot('1-first-open')
    await live.start.click()
    await live.expectStepsAbove(1500)
    await shot('2-training')
    await live.set('p', '0.2')
    await live.expectStepsAbove(2500)
    await live.pause.click()
    await shot('3-paused')
    await size(1024, 700)
    await shot('4-small')
    await size(1280, 800)
    await live.choose('preset', /^Two targets on discrete levels/)
    await live.ready()
    await live.start.click()
    await live.expectState('Finished')
    await shot('5-discrete-finished')
    await size(1024, 700)
    await shot('6-discrete-small')
    await size(1280, 800)
    await live.drop('notes.json', 'no JSON')
    await expect(page.getByTestId('problem-unreadable-run')).toBeVisible()
    await shot('7-error')
    await live.dismiss('unreadable-run')
    for (const [name, value] of [
      ['p', '1.5'],
      ['b', 'two'],
      ['eta', '-1'],
      ['speed', '0'],
      ['seed', '-3'],
    ] as const)
      await live.set(name, value)
    await expect(page.getByRole('alert')).toHaveCount(5)
    await shot('8-field-errors')
    await tell({ kind: 'state', run: '', state: 'failed' })
    await shot('9-failed')
    await tell({ kind: 'state', run: '', state: 'empty' })
    await expect(page.getByTestId('message-empty')).toBeVisible()
    await shot('10-empty')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(overflow).toBe(false)
  })
