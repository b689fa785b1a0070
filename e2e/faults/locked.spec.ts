import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Database } from '../../src-main/run/store/database'
import { expect, test } from '../lab'
import { fault } from './fault'
import { expectWholeRecord, goesOn, inWindow, problemsOf } from './injured'

test(
  'a store that another program locks is told, and what was measured meanwhile is in the record',
  fault('store locked by another program', 3),
  async ({ app, live, userData }) => {
    await live.set('speed', '200')
    await live.start.click()
    await goesOn(app)
    const other = new Database(join(userData, 'runs', 'runs.sqlite'), 20_000)
    try {
      for (let n = 0; n < 3; n++) {
        other.exec('BEGIN IMMEDIATE')
        await expect
          .poll(() => problemsOf(app), { timeout: 20_000 })
          .toContainEqual(expect.stringMatching(/^problem-store-busy$/))
        await live.expectState('Paused')
        await wait(500)
        other.exec('ROLLBACK')
        await inWindow(app, `window.lab.send('start', undefined)`)
        await goesOn(app)
        await expect.poll(() => problemsOf(app)).toEqual([])
      }
    } finally {
      other.close()
    }
    await expectWholeRecord(app, userData)
  },
)
