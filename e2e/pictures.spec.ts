import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digitFiles } from '../src-main/machine/picture-files/testing'
import { dropFromDisk } from './drop'
import { expect, test } from './lab'

/** Two files as those of MNIST are, with drawn digits, in a folder. */
function filesIn(folder: string): { images: string; labels: string } {
  const { images, labels } = digitFiles(120, { packed: true })
  for (const { name, content } of [images, labels]) writeFileSync(join(folder, name), content)
  return { images: join(folder, images.name), labels: join(folder, labels.name) }
}

test('pictures of IDX files that are dropped together are learned at their full size', async ({
  live,
  page,
  userData,
}) => {
  const { images, labels } = filesIn(userData)
  await live.ready()
  await dropFromDisk(page, images)
  await expect(page.getByRole('alert')).toContainText('labels of its 120 pictures are missing')
  await dropFromDisk(page, labels, images)
  const dialog = page.getByTestId('picture-dialog')
  await expect(dialog).toContainText('120 pictures of 28 × 28 pixels')
  await expect(dialog.getByRole('img')).toHaveCount(24)
  await expect(page.getByRole('alert')).toHaveCount(0)

  const take = page.getByTestId('pictures-take')
  await page.getByTestId('pictures-classes').fill('0, 1, 12')
  await expect(dialog).toContainText('The labels are 0, 1, 2')
  await expect(take).toBeDisabled()
  await page.getByTestId('pictures-classes').fill('')
  await page.getByTestId('pictures-train').fill('60')
  await page.getByTestId('pictures-test').fill('20')
  await expect(page.getByTestId('pictures-network')).toHaveValue('stack')
  await expect(dialog).toContainText('784 inputs, 4 channels of windows of 7 × 7, 10 outputs')
  await take.click()
  await expect(dialog).toHaveCount(0)
  await live.ready()
  await expect(page.getByTestId('task')).toContainText('Pictures')
  await expect(page.getByTestId('task-summary')).toContainText('60')
  await live.start.click()
  await live.expectStepsAbove(2)
  await live.pause.click()

  const record = await page.evaluate(() => window.lab.send('record', undefined))
  expect(record).toMatchObject({
    ok: true,
    value: {
      config: {
        network: { kind: 'stacked', rows: 28, columns: 28, readout: 10 },
        task: {
          kind: 'images',
          files: null,
          pictures: { train: { images: 'train-images-idx3-ubyte.gz', count: 120, of: 120 } },
          trainExamples: 60,
        },
      },
    },
  })
})

test('the editor shows the task of pictures without their bytes, and changes it', async ({
  live,
  page,
  userData,
}) => {
  const { images, labels } = filesIn(userData)
  await live.ready()
  await dropFromDisk(page, images, labels)
  await page.getByTestId('pictures-take').click()
  await expect(page.getByTestId('picture-dialog')).toHaveCount(0)
  await live.ready()
  await page.keyboard.press('Control+j')
  const text = page.getByTestId('editor-json')
  await expect(text).toHaveValue(/"kind": "images"/)
  expect((await text.inputValue()).length).toBeLessThan(10_000)
  await page.getByTestId('field-task-trainExamples').fill('40')
  await page.getByTestId('field-task-margin').fill('4')
  await page.getByTestId('field-network-rows').fill('20')
  await page.getByTestId('field-network-columns').fill('20')
  await page.getByTestId('editor-apply').click()
  await expect(text).toHaveCount(0)
  await live.ready()
  await expect(page.getByTestId('task-summary')).toContainText('40')
})
