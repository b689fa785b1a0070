import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, launchLab, quit, test } from '../lab'
import { LivePage } from '../pages/live'
import { fault } from './fault'
import { expectWholeRecord, goesOn, problemsOf } from './injured'

const source = resolve(import.meta.dirname, 'clock.c')
const DAY_S = 86_400

test(
  'a clock that is set back by a day, then forth by a year, disturbs no run and no record',
  fault('clock set back, and forth', 2),
  async ({ userData }) => {
    const library = join(userData, 'clock.so')
    execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'])
    const shift = openSync(join(userData, 'shift'), 'w')
    /** Sets the clock of the app, all its processes. */
    const set = (seconds: number): void => {
      const bytes = Buffer.alloc(8)
      bytes.writeBigInt64LE(BigInt(seconds))
      writeSync(shift, bytes, 0, 8, 0)
    }
    set(0)
    process.env['LD_PRELOAD'] = library
    process.env['CLOCK_SHIFT'] = join(userData, 'shift')
    const app = await launchLab(userData).finally(() => {
      delete process.env['LD_PRELOAD']
      delete process.env['CLOCK_SHIFT']
    })
    const page = await app.firstWindow()
    await page.getByTestId('tour-skip').click()
    const live = new LivePage(page)
    await live.ready()
    await live.set('speed', '300')
    await live.start.click()
    await goesOn(app)
    const ahead = async () => ((await app.evaluate(() => Date.now())) - Date.now()) / 1000
    expect(Math.abs(await ahead())).toBeLessThan(60)
    for (const seconds of [-DAY_S, 365 * DAY_S]) {
      set(seconds)
      expect(Math.abs((await ahead()) - seconds)).toBeLessThan(60)
      await goesOn(app)
      expect(await problemsOf(app)).toEqual([])
    }
    await expectWholeRecord(app, userData)
    // Another run, begun under the new date, is recorded as well.
    await live.set('seed', '9')
    await live.ready()
    await live.start.click()
    await goesOn(app)
    await expectWholeRecord(app, userData)
    await quit(app)
    closeSync(shift)
  },
)
