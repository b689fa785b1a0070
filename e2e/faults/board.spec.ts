import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { RunStore } from '../../src-main/run/store/store'
import { Moments } from '../../src-main/run/store/testing/moments'
import { resettableBoard } from '../boards'
import { expect, preset, test } from '../withBoard'
import { fault } from './fault'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')
/** A reset comes at some moment of so many milliseconds: a frame takes some thirty on the line. */
const LATEST_MS = 400

for (const [times, tag] of [
  [3, ''],
  [50, ' @long'],
] as const)
  test(
    `a board that is reset in mid-frame ${times} times is told, and starts again${tag}`,
    fault('board reset in mid-frame', times),
    async ({ live, board, page, ends, userData }) => {
      test.setTimeout(60_000 + times * 30_000)
      const moments = new Moments()
      const emulated = await resettableBoard()
      ends.push(emulated)
      await board.toHardware()
      const endless = { ...preset.config, machine: { kind: 'board' }, stop: { steps: null } }
      await live.drop('endless.json', JSON.stringify(endless))
      await board.connect(emulated.path)
      await live.ready()
      for (let n = 1; n <= times; n++) {
        await live.start.click()
        await live.expectStepsAbove(10)
        await wait(moments.next(LATEST_MS))
        emulated.reset()
        // It no longer holds the run, or, asked in that very moment, refuses to say anything of it.
        const told = page.locator(
          '[data-testid="problem-board-restarted"], [data-testid="problem-board-refused"]',
        )
        await expect(told, `DESYNCLAB_SEED=${moments.seed}`).toBeVisible({ timeout: 30_000 })
        await expect(page.getByTestId('status-state')).toContainText(/Paused|Failed/)
        await page.getByTestId('reset').click()
        await expect(told).toHaveCount(0)
        // The network is sent to the board once more.
        await expect(page.getByTestId('message-ready')).toBeVisible({ timeout: 30_000 })
        await live.ready()
      }
      // Nobody has touched anything else: it learns as on the first day.
      await live.start.click()
      await live.expectStepsAbove(20)
      await live.pause.click()
      await live.expectState('Paused')
      expect(await board.ask('SYST:ERR:COUN?')).toEqual(['0'])
      const store = RunStore.read(join(userData, 'runs'))
      const entries = store.list()
      expect(entries.length).toBeGreaterThanOrEqual(times)
      // Of what a board sends nothing is filled in, so its rows need not join: the file has to be whole.
      for (const { steps } of entries.slice(0, times)) expect(steps).toBeGreaterThan(0)
      const [{ integrity_check: whole }] = store.database.rows('PRAGMA integrity_check')
      expect(whole).toBe('ok')
      store.close()
    },
  )

for (const [times, tag] of [
  [150, ''],
  [1000, ' @long'],
] as const)
  test(
    `a board that is connected and let go of ${times} times leaves nothing behind${tag}`,
    fault('quick reconnects', times),
    async ({ app, live, board, page, ends, userData }) => {
      test.setTimeout(60_000 + times * 600)
      await live.ready()
      const link = join(userData, 'board')
      const served = spawn(process.execPath, [cli, 'virtual-board', '--pty', '--link', link], {
        stdio: 'ignore',
      })
      ends.push({
        async stop() {
          const gone = new Promise<void>((done) => served.once('exit', () => done()))
          served.kill('SIGTERM')
          await gone
        },
      })
      await expect.poll(() => readdirSync(userData)).toContain('board')
      const engine = await app.evaluate(
        ({ app: electron }) =>
          electron.getAppMetrics().find(({ name }) => name === 'Desynclab engine')?.pid ?? 0,
      )
      const handles = () => readdirSync(`/proc/${engine}/fd`).length
      const reconnect = (times: number) =>
        page.evaluate(
          async ([path, count]) => {
            const failed: string[] = []
            for (let n = 0; n < count; n++) {
              const target = { kind: 'serial', path } as const
              const connected = await window.lab.send('boardConnect', { target })
              if (!connected.ok) failed.push(connected.problem.message)
              else if (connected.value.presence !== 'identified')
                failed.push(connected.value.presence)
              const left = await window.lab.send('boardDisconnect', undefined)
              if (!left.ok) failed.push(left.problem.message)
            }
            return failed
          },
          [link, times] as const,
        )
      expect(await reconnect(20)).toEqual([])
      const before = handles()
      expect(await reconnect(times)).toEqual([])
      expect(handles()).toBeLessThan(before + 4)
      await board.toHardware()
      await board.connect(link)
      await board.expectPresence('identified')
      // What answers is the answer to this question, not to a former one.
      expect((await board.ask('*IDN?')).join()).toContain('Desynclab')
      expect(await board.ask('SYST:ERR:COUN?')).toEqual(['0'])
    },
  )
