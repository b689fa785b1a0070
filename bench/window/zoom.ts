import type { Page } from '@playwright/test'

/** Milliseconds from a wheel notch on the loss chart to the painted stretch, each into a narrower one. */
export async function zooms(page: Page, times: number): Promise<number[]> {
  const all: number[] = []
  for (let n = 0; n < times; n++) all.push(await zoom(page, n))
  return all
}

function zoom(page: Page, n: number): Promise<number> {
  return page.evaluate(async (count) => {
    const root: unknown = Reflect.get(document.querySelector('#app') ?? {}, '__vue_app__')
    const app = root as {
      config: { globalProperties: { $pinia: { _s: Map<string, unknown> } } }
    }
    const history = app.config.globalProperties.$pinia._s.get('history') as {
      onAnswer(listener: () => void): () => void
    }
    const plot = document.querySelector('[data-testid="chart-loss-plot"]')
    if (plot === null) throw new Error('there is no loss chart')
    const { x, y, width } = plot.getBoundingClientRect()
    const began = performance.now()
    const answered = new Promise<void>((done) => {
      const end = history.onAnswer(() => {
        end()
        done()
      })
    })
    const at = { clientX: x + (0.3 + 0.05 * (count % 5)) * width, clientY: y + 20 }
    const notch = { deltaY: -300, bubbles: true, cancelable: true }
    plot.dispatchEvent(new WheelEvent('wheel', { ...at, ...notch }))
    // The rows of the new stretch came: the chart is drawn in the next frame, at latest in the one after.
    await answered
    for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done))
    return performance.now() - began
  }, n)
}
