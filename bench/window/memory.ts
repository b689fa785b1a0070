import type { ElectronApplication, Page } from '@playwright/test'

/** Megabytes at one moment. */
export interface Memory {
  minute: number
  /** Resident, by process. */
  window: number
  engine: number
  main: number
  /** Of the window, after its garbage was collected. */
  heap: number
}
export type Part = Exclude<keyof Memory, 'minute'>
export const parts: readonly Part[] = ['window', 'engine', 'main', 'heap']

export async function memoryNow(
  app: ElectronApplication,
  page: Page,
  minute: number,
): Promise<Memory> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  const resident = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ name, type, memory }) => ({
      what: name ?? type,
      mb: memory.workingSetSize / 1024,
    })),
  )
  const of = (what: string): number => resident.find((one) => one.what === what)?.mb ?? NaN
  return {
    minute,
    window: of('Tab'),
    engine: of('Desynclab engine'),
    main: of('Browser'),
    heap: usedSize / 1e6,
  }
}

/** Megabytes per minute by least squares. */
export function slope(samples: readonly Memory[], part: Part): number {
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length
  const [x, y] = [samples.map(({ minute }) => minute), samples.map((one) => one[part])]
  const [middle, level] = [mean(x), mean(y)]
  const along = x.reduce((sum, at, i) => sum + (at - middle) * (y[i] - level), 0)
  return along / x.reduce((sum, at) => sum + (at - middle) ** 2, 0)
}
