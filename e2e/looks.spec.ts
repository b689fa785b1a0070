import { channels, type LabEvent } from '../src-preload/contract'
import { expect, test } from './lab'
import { Looks, themes } from './looks'

// One picture per state and theme, to be looked at; that they can be taken at all is the test.
for (const theme of themes)
  test(`every state in the ${theme} theme @long`, async ({ app, live, page }, info) => {
    /** Shows a state that the engine does not come into by itself. */
    const tell = (event: LabEvent) =>
      app.evaluate(
        ({ BrowserWindow }, [channel, said]) =>
          BrowserWindow.getAllWindows()[0].webContents.send(channel, said),
        [channels.event, event] as const,
      )
    const looks = new Looks(app, page, info, theme)
    await looks.begin()
    await looks.shot('1-first-open')
    await live.start.click()
    await live.expectStepsAbove(1500)
    await looks.shot('2-training')
    await live.set('p', '0.2')
    await live.expectStepsAbove(2500)
    await live.pause.click()
    await looks.shot('3-paused')
    await looks.size(1024, 700)
    await looks.shot('4-small')
    await looks.size(1280, 800)
    await live.choose('preset', /^Two targets on discrete levels/)
    await live.ready()
    await live.start.click()
    await live.expectState('Finished')
    await looks.shot('5-discrete-finished')
    await looks.size(1024, 700)
    await looks.shot('6-discrete-small')
    await looks.size(1280, 800)
    await live.drop('notes.json', 'no JSON')
    await expect(page.getByTestId('problem-unreadable-run')).toBeVisible()
    await looks.shot('7-error')
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
    await looks.shot('8-field-errors')
    await tell({ kind: 'state', run: '', state: 'failed' })
    await looks.shot('9-failed')
    await tell({ kind: 'state', run: '', state: 'empty' })
    await expect(page.getByTestId('message-empty')).toBeVisible()
    await looks.shot('10-empty')
    await looks.fits()
  })
