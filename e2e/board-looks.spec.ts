import { channels, type BoardDevice, type BoardState, type LabEvent } from '../src-preload/contract'
import { expect, test } from './lab'
import { Looks, themes } from './looks'
import { BoardPage } from './pages/board'

const device: BoardDevice = {
  manufacturer: 'Desynclab',
  model: 'Board bench',
  serialNumber: 'A1B2C3',
  firmware: '1.0.0',
  port: {
    path: '/dev/ttyACM0',
    vendorId: '2341',
    productId: '0042',
    serialNumber: '75833353035351B0D0A2',
    manufacturer: 'Arduino (www.arduino.cc)',
  },
  backend: 'BENCH',
  nodes: 64,
  edges: 96,
  levels: 65535,
  examples: 1024,
  rules: ['DISC', 'IDE'],
  schedules: ['SYNC', 'BERN', 'RATE'],
  live: ['RULE:ETA', 'RULE:ALPH', 'SCH:PROB', 'BATC:SIZE'],
}

// One picture per state and theme, to be looked at; that they can be taken at all is the test.
for (const theme of themes)
  test(`a board's states in the ${theme} theme @long`, async ({ app, live, page }, info) => {
    const board = new BoardPage(page)
    const tell = (event: LabEvent) =>
      app.evaluate(
        ({ BrowserWindow }, [channel, said]) =>
          BrowserWindow.getAllWindows()[0].webContents.send(channel, said),
        [channels.event, event] as const,
      )
    const now = (change: Partial<BoardState>) =>
      tell({
        kind: 'board',
        board: {
          presence: 'absent',
          sinceMs: Date.now(),
          target: { kind: 'serial', path: '/dev/ttyACM0', baudRate: 115_200 },
          device,
          problem: null,
          counters: {
            frames: 12_345,
            missed: 3,
            damaged: 0,
            bytesIn: 1_234_567,
            bytesOut: 4321,
            reconnects: 1,
          },
          ...change,
        },
      })
    const looks = new Looks(app, page, info, theme)
    await looks.begin()
    await live.start.click()
    await live.expectStepsAbove(500)
    await board.toHardware()
    await looks.shot('1-question')
    await page.getByTestId('machine-switch').click()
    await looks.shot('2-connect')
    await page.getByTestId('why-no-port').or(page.getByTestId('ports-problem')).first().click()
    await looks.shot('3-why')
    await looks.size(1024, 640)
    await looks.shot('4-connect-small')
    await looks.size(1280, 800)
    await board.connect('/dev/no-such-port')
    await looks.shot('5-missing')
    await now({ presence: 'connecting' })
    await looks.shot('6-connecting')
    await now({ presence: 'learning' })
    await looks.shot('7-foreign')
    for (const presence of ['reconnecting', 'lost', 'error', 'released'] as const) {
      await now({ presence })
      await looks.shot(`8-${presence}`)
    }
    await now({ presence: 'absent', device: null, target: null })
    await board.connectVirtual()
    await live.ready()
    await looks.shot('9-virtual')
    await live.choose('preset', /^Two targets on discrete levels/)
    await live.ready()
    await page.getByTestId('schedule').click()
    await looks.shot('10-schedules')
    await page.keyboard.press('Escape')
    await live.start.click()
    await live.expectStepsAbove(100)
    const present = await page.evaluate(() => window.lab.send('present', undefined))
    if (!present.ok || present.value === null) throw new Error('There is no run')
    const step = await live.steps()
    await tell({
      kind: 'gap',
      run: present.value.description.run,
      gap: {
        fromStep: Math.floor(step * 0.4),
        toStep: Math.floor(step * 0.7),
        fromMs: 0,
        toMs: 1800,
        frames: null,
        reason: 'unplugged',
      },
    })
    await looks.shot('11-gap')
    await page.getByTestId('twin').click()
    await expect(page.getByTestId('panel-twin')).toBeVisible()
    await expect(page.getByTestId('twin-verdict')).not.toHaveText(/waits/, { timeout: 20_000 })
    await looks.shot('16-twin')
    await looks.size(1024, 640)
    await looks.shot('17-twin-small')
    await looks.size(1280, 800)
    await page.getByTestId('board-details').click()
    await looks.shot('12-details')
    await page.keyboard.press('Escape')
    await board.openConsole()
    await board.say('*IDN?;:RUN:STEP?')
    await board.say('NONSENSE')
    await expect(page.getByTestId('console-problem')).toBeVisible()
    await board.input.fill('SYST:')
    await board.input.press('Tab')
    await looks.shot('13-console')
    await looks.size(1024, 640)
    await looks.shot('14-console-small')
    await page.getByTestId('console-close').click()
    await looks.shot('15-small')
    await looks.fits()
  })
