import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { dropFromDisk } from './drop'
import { expect, test } from './lab'

const edges = ['a,b,conductance']
for (let i = 0; i < 12; i++) {
  edges.push(`n${i},n${(i + 1) % 12},1`)
  edges.push(`n${i},n${(i + 3) % 12},2`)
}
const data = ['x,y,kind', ...Array.from({ length: 30 }, (_, i) => `${i},${30 - i},${'ab'[i % 2]}`)]

/** Answers the dialog that asks for files. */
const choose = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)

test('a network that is dropped takes the place of the present one', async ({ live, page }) => {
  await live.drop('ring.csv', edges.join('\n'))
  await expect(page.getByTestId('problem-network-taken')).toContainText('12 nodes and 24 edges')
  await live.ready()
  await live.start.click()
  await live.expectStepsAbove(50)
  await live.drop('broken.csv', 'A,B,1\nB,A,1\n')
  await expect(page.getByTestId('problem-network-file')).toContainText('broken.csv, line 2')
  await live.expectStepsAbove(100)
})

test('a data set becomes the task once its columns make sense', async ({ live, page }) => {
  await live.drop('kinds.csv', data.join('\n'))
  const dialog = page.getByTestId('table-dialog')
  await expect(dialog).toContainText('30 rows, 3 columns')
  const take = page.getByTestId('table-take')
  await expect(page.getByTestId('column-2-use')).toHaveValue('class')
  await expect(take).toBeEnabled()
  await page.getByTestId('column-0-high').fill('10')
  await expect(page.getByTestId('column-0')).toBeVisible()
  await expect(dialog).toContainText('Line 31 has 29, above 10')
  await expect(take).toBeDisabled()
  await page.getByTestId('column-0-high').fill('40')
  await page.getByTestId('table-train').fill('20')
  await take.click()
  await expect(dialog).toHaveCount(0)
  await live.ready()
  await live.start.click()
  await live.expectStepsAbove(50)
  const record = await page.evaluate(() => window.lab.send('record', undefined))
  expect(record).toMatchObject({
    ok: true,
    value: {
      config: {
        name: 'kinds',
        task: {
          kind: 'table',
          inputs: [
            { column: 'x', low: 0, high: 40 },
            { column: 'y', low: 1, high: 30 },
          ],
          targets: [{ column: 'kind a' }, { column: 'kind b' }],
          trainExamples: 20,
        },
      },
    },
  })
})

test('what was taken for a data set can be an edge list', async ({ live, page }) => {
  await live.drop('pairs.csv', ['left,right,k', ...edges.slice(1)].join('\n').replaceAll('n', ''))
  await expect(page.getByTestId('table-dialog')).toBeVisible()
  await page.getByTestId('table-as-network').click()
  await expect(page.getByTestId('table-findings')).toContainText("'k' is no number")
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('table-dialog')).toHaveCount(0)
})

test('a folder that is dropped is a bundle, and one that is none is refused', async ({
  app,
  live,
  page,
  userData,
}) => {
  await live.start.click()
  await live.expectStepsAbove(50)
  await live.pause.click()
  await choose(app, userData)
  await page.getByTestId('export').click()
  await expect(page.getByTestId('show-export')).toBeVisible()
  const bundle = readdirSync(userData).find((name) => name.startsWith('desynclab-iris'))
  if (bundle === undefined) throw new Error('nothing was exported')
  await dropFromDisk(page, join(userData, bundle))
  await expect(page.getByTestId('problem-bundle-imported')).toContainText('in the library already')
  await expect(page.getByTestId('view-library')).toHaveAttribute('aria-current', 'page')
  const empty = join(userData, 'empty')
  mkdirSync(empty)
  await dropFromDisk(page, empty)
  await expect(page.getByRole('alert')).toContainText('empty')
})

test('File, Open takes every kind of file', async ({ app, live, page, userData }) => {
  await live.ready()
  const open = async (name: string, text: string): Promise<void> => {
    writeFileSync(join(userData, name), text)
    await choose(app, join(userData, name))
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('open')?.click())
  }
  await open('bridge.cir', '* bridge\nR1 a b 1\nR2 b c 1\n.end\n')
  await expect(page.getByRole('alert')).toContainText(/nodes/)
  await open('kinds.csv', data.join('\n'))
  await expect(page.getByTestId('table-dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await open('ring.csv', edges.join('\n'))
  await expect(page.getByTestId('problem-network-taken')).toBeVisible()
})
