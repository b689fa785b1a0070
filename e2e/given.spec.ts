import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, launchLab, quit, test } from './lab'
import { LivePage } from './pages/live'

const cli = resolve(import.meta.dirname, '../out/main/cli.js')
const presets = resolve(import.meta.dirname, '../resources/presets')

/** A configuration file as somebody would send it. */
function configuration(folder: string, name: string): string {
  const { config } = JSON.parse(readFileSync(join(presets, 'iris-penn16.json'), 'utf8')) as {
    config: object
  }
  const file = join(folder, `${name}.desynclab`)
  writeFileSync(file, JSON.stringify({ ...config, name }))
  return file
}

/** What the operating system does with a double click: the app is started once more, with a file. */
async function open(userData: string, file: string): Promise<void> {
  const second = await launchLab(userData, [file]).catch(() => null)
  if (second !== null) await quit(second)
}

test('a configuration that the app is started with is the run of the window', async ({
  userData,
}) => {
  const app = await launchLab(userData, [configuration(userData, 'From the command line')])
  const page = await app.firstWindow()
  await new LivePage(page).ready()
  const name = () =>
    page.evaluate(async () => {
      const present = await window.lab.send('present', undefined)
      return present.ok ? present.value?.config.name : present.problem.message
    })
  await expect.poll(name).toBe('From the command line')

  // A file that is opened while the app is there comes to its window, hidden or not.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].hide())
  await open(userData, configuration(userData, 'By a double click'))
  await expect.poll(name).toBe('By a double click')
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].isVisible())
  await expect.poll(visible).toBe(true)

  // A Mac says it so.
  const third = configuration(userData, 'From the Finder')
  await app.evaluate(
    ({ app: electron }, path) =>
      void electron.emit('open-file', { preventDefault: () => undefined }, path),
    third,
  )
  await expect.poll(name).toBe('From the Finder')

  writeFileSync(third, 'no configuration')
  await open(userData, third)
  await expect(page.getByTestId('problem-unreadable-run')).toContainText('From the Finder')
  expect(await name()).toBe('From the Finder')
  await quit(app)
})

test('a bundle that the app is started with comes into the library', async ({ userData }) => {
  const bundle = join(userData, 'mine.desynclab.zip')
  execFileSync(process.execPath, [
    ...[cli, 'run', '--preset', 'iris-penn16', '--steps', '500', '--quiet', '--report', bundle],
  ])
  const app = await launchLab(userData, [bundle])
  const page = await app.firstWindow()
  await expect(page.getByTestId('problem-bundle-imported')).toBeVisible()
  await expect(page.getByTestId('runs')).toContainText('imported')
  await quit(app)
})
