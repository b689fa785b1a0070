import { join } from 'node:path'
import { readSamples } from '../src-main/run/store/read'
import { RunStore } from '../src-main/run/store/store'
import { faultsOf } from '../src-main/run/store/testing/joins'
import { fillUp, SmallDisk } from '../src-main/run/store/testing/mount'
import { fault } from './faults/fault'
import { expect, launchLab, quit, test } from './lab'
import { LivePage } from './pages/live'
import { preset } from './withBoard'

test(
  'a full disk is told before and when it is full, and the run goes on elsewhere',
  fault('disk full', 1),
  async ({ userData }, info) => {
    test.skip(SmallDisk.refusal !== null, SmallDisk.refusal ?? '')
    const disk = SmallDisk.mount(200e6)
    process.env['DESYNCLAB_STORE'] = join(disk.directory, 'runs')
    try {
      const app = await launchLab(userData)
      const page = await app.firstWindow()
      const live = new LivePage(page)
      await page.getByTestId('tour-skip').click()
      await live.ready()
      // Without an end, and fast: a log of SQLite that has its size already holds a slow run for minutes.
      const endless = { ...preset.config, stop: { steps: null } }
      await live.drop('endless.json', JSON.stringify(endless))
      await live.ready()
      await live.set('speed', '20000')
      await page.getByTestId('recording').click()
      await page.getByTestId('recording-every').click()
      await page.getByTestId('recording-k-field').fill('2')
      await page.getByTestId('recording-k-field').press('Enter')
      await live.ready()
      await live.start.click()
      const little = page.getByTestId('problem-store-room')
      await expect(little).toContainText('MB left')
      await live.expectState('Running')
      fillUp(disk.directory)
      // Where its last rows still fit into the log of SQLite, it is paused for want of room instead.
      const full = page
        .getByTestId('problem-store-full')
        .or(page.getByTestId('problem-store-room').filter({ hasText: 'The run is paused.' }))
      await expect(full).toContainText(/The disk of the run store (is full|has \d+ MB left)\./, {
        timeout: 40_000,
      })
      await live.expectState('Paused')
      await expect(full).toContainText('Make room there, or choose another folder')
      await expect(full).toContainText(/in memory what was measured since|Everything so far/)
      await page.screenshot({ path: info.outputPath('full.png') })
      const elsewhere = join(userData, 'elsewhere')
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, elsewhere)
      await full.getByTestId('problem-choose-store').click()
      await expect(full).toHaveCount(0)
      const paused = await live.restingSteps()
      await live.start.click()
      await live.expectStepsAbove(paused + 100)
      await live.pause.click()
      await live.expectState('Paused')
      const steps = await live.restingSteps()
      await quit(app)
      const store = RunStore.read(elsewhere)
      const [entry] = store.list()
      expect(entry.steps).toBe(steps)
      const { step } = readSamples(store.database, entry.id)
      expect([...step]).toEqual(Array.from({ length: Math.floor(steps / 2) }, (_, n) => 2 * n + 2))
      expect(faultsOf(store.database, entry.id)).toEqual([])
      store.close()
    } finally {
      delete process.env['DESYNCLAB_STORE']
      disk.unmount()
    }
  },
)
