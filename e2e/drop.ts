import type { Page } from '@playwright/test'
import { expect } from './lab'

/** Drops what lies on the disk, as a file manager does. */
export async function dropFromDisk(page: Page, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const dropped = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: dropped })
    if (type === 'dragOver') await expect(page.getByTestId('drop-cover')).toBeVisible()
  }
  await expect(page.getByTestId('drop-cover')).toHaveCount(0)
  await session.detach()
}
