import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { _electron } from '@playwright/test'
import { runFileSchema } from '../src-preload/contract'
import { expect, test } from './lab'

/** A bundle, as it lies in a folder. */
const BUNDLE = [
  'README.md',
  'checksums.sha256',
  'edges.csv',
  'events.jsonl',
  'examples.csv',
  'network.json',
  'nodes.csv',
  'report.html',
  'report.pdf',
  'ro-crate-metadata.json',
  'run.json',
  'series.csv',
  'series.parquet',
]

const bin = resolve(import.meta.dirname, '../src-main/cli/bin.mjs')

/** Answers the folder question as a user would. */
const chooseFolder = (app: Awaited<ReturnType<typeof _electron.launch>>, folder: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, folder)

test('a run with a change and a cut edge exports, re-runs to the same hash, and opens again', async ({
  app,
  live,
  page,
  userData,
}) => {
  await live.start.click()
  await live.expectStepsAbove(200)
  await live.set('p', '0.3')
  await live.network.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(live.network).toHaveAttribute('data-cut', '1')
  await live.expectStepsAbove(800)
  await live.pause.click()
  await live.expectState('Paused')
  const steps = await live.restingSteps()

  const parent = mkdtempSync(join(userData, 'reports-'))
  await chooseFolder(app, parent)
  await page.getByTestId('export').click()
  await expect(page.getByTestId('show-export')).toBeVisible()
  const [folder] = readdirSync(parent)
  const files = readdirSync(join(parent, folder)).sort()
  expect(files).toEqual(BUNDLE)
  const pdf = readFileSync(join(parent, folder, 'report.pdf'))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.subarray(-6).toString().trim()).toBe('%%EOF')

  const runPath = join(parent, folder, 'run.json')
  const run = runFileSchema.parse(JSON.parse(readFileSync(runPath, 'utf8')))
  expect(run.result.steps).toBe(steps)
  expect(run.config.adjustments.map(({ change }) => change.kind)).toEqual(['set', 'edge'])
  expect(run.versions.electron).not.toBeNull()

  // A stranger's check in plain Node: everything is done again and compared.
  const verify = [bin, 'verify', join(parent, folder)]
  const { stdout, stderr } = spawnSync(process.execPath, verify, { encoding: 'utf8' })
  expect(stdout + stderr).toContain('reproduced: ')

  // The same bits in plain Node: the hash of the trajectory and the error at its end.
  const line = execFileSync(
    process.execPath,
    [bin, 'run', '--config', runPath, '--steps', String(steps), '--json'],
    { encoding: 'utf8' },
  )
  const again = JSON.parse(line.trim().split('\n').at(-1) ?? '')
  expect(again.hash).toBe(run.result.hash)
  expect(again.trainError).toBe(run.result.trainError)

  const csv = readFileSync(join(parent, folder, 'series.csv'), 'utf8')
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(csv.split(/\r?\n/).length).toBeGreaterThan(5)

  // On its own a run.json is a configuration to run; within its bundle it is a run to look at.
  const alone = join(userData, 'again.json')
  copyFileSync(runPath, alone)
  await chooseFolder(app, alone)
  await page.getByTestId('open').click()
  await live.ready()
  await expect(live.field('p')).toHaveValue('0.5')
  await live.start.click()
  await live.expectStepsAbove(steps)
  await expect(live.network).toHaveAttribute('data-cut', '1')
})

test('a cancelled export and a folder that cannot be written leave a word and no files', async ({
  app,
  live,
  page,
  userData,
}) => {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
  })
  await page.getByTestId('export').click()
  await expect(live.problems).toBeEmpty()
  await chooseFolder(app, join(userData, 'there-is-no-such-folder', 'at-all'))
  await page.getByTestId('export').click()
  await expect(live.problems).not.toBeEmpty()
})

test('two exports in a row go into two folders', async ({ app, live, page, userData }) => {
  const parent = mkdtempSync(join(userData, 'reports-'))
  await chooseFolder(app, parent)
  for (const count of [1, 2]) {
    await page.keyboard.press('e')
    await expect
      .poll(() => readdirSync(parent).filter((name) => !name.startsWith('.')).length)
      .toBe(count)
    await expect(page.getByTestId('export')).toBeEnabled()
  }
  for (const folder of readdirSync(parent))
    expect(readdirSync(join(parent, folder)).sort()).toEqual(BUNDLE)
  await live.ready()
})

test('what is dropped on the window and is no run is refused plainly, and the run stays', async ({
  live,
  page,
}) => {
  await live.drop('huge.json', { zeros: 100_000_000 })
  await expect(page.getByTestId('problem-file-too-large')).toContainText('100 MB')
  const refused = page.getByTestId('problem-unreadable-run')
  await live.drop('picture.png', { zeros: 5000 })
  await expect(refused).toContainText('picture.png')
  await expect(page.getByTestId('problem-file-too-large')).toHaveCount(0)
  await live.drop('shape.json', '{"seed":"seven"}')
  await expect(refused).toContainText('shape.json')
  await live.drop('future.json', '{"format":"desynclab-run-99"}')
  await expect(refused).toContainText('"desynclab-run-99"')
  await live.start.click()
  await live.expectStepsAbove(5)
})

test('files that are no runs are refused with a reason, and the run stays', async ({
  live,
  page,
}) => {
  const cases: [name: string, text: string][] = [
    ['notes.json', 'this is no JSON'],
    ['other.json', '{"hello":"world"}'],
    ['future.json', '{"format":"desynclab-run-99"}'],
  ]
  for (const [name, text] of cases) {
    const answer = await page.evaluate((request) => window.lab.send('readInput', request), {
      name,
      text,
    })
    expect(answer.ok, name).toBe(false)
    if (!answer.ok) expect(answer.problem.message.length).toBeGreaterThan(10)
  }
  await live.start.click()
  await live.expectStepsAbove(5)
})

test('the report opens alone, without a network and without a complaint', async ({
  app,
  live,
  page,
  userData,
}) => {
  await live.start.click()
  await live.expectStepsAbove(400)
  await live.pause.click()
  const parent = mkdtempSync(join(userData, 'reports-'))
  await chooseFolder(app, parent)
  await page.getByTestId('export').click()
  await expect(page.getByTestId('show-export')).toBeVisible()
  const [folder] = readdirSync(parent)
  const html = join(parent, folder, 'report.html')
  const seen = await app.evaluate(async ({ BrowserWindow }, file) => {
    const complaints: string[] = []
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    const { session } = window.webContents
    session.webRequest.onBeforeRequest((details, answer) => {
      if (!details.url.startsWith('file:') && !details.url.startsWith('data:'))
        complaints.push(details.url)
      answer({})
    })
    window.webContents.on('console-message', (_event, level, message) => {
      if (level >= 2) complaints.push(message)
    })
    await window.loadFile(file)
    const plots = await window.webContents.executeJavaScript(
      'document.querySelectorAll("svg").length',
    )
    const text = await window.webContents.executeJavaScript('document.body.innerText')
    session.webRequest.onBeforeRequest(null)
    window.destroy()
    return { complaints, plots, text }
  }, html)
  expect(seen.complaints).toEqual([])
  expect(seen.plots).toBeGreaterThanOrEqual(6)
  expect(seen.text).toContain('Wycoff')
  expect(seen.text).toContain('seed')
})
