import type { Page } from '@playwright/test'

/** Milliseconds from a wheel notch until something was painted. */
export interface Zoom {
  /** The new stretch with the rows that were there. */
  stretched: number
  /** The rows of the new stretch. */
  rows: number
}

/** Zooms into the loss chart, each time into a narrower stretch. */
export async function zooms(page: Page, times: number): Promise<Zoom[]> {
  const all: Zoom[] = []
  for (let n = 0; n < times; n++) all.push(await zoom(page, n))
  return all
}

function zoom(page: Page, n: number): Promise<Zoom> {
  return page.evaluate(async (count) => {
    const root: unknown = Reflect.get(document.querySelector('#app') ?? {}, '__vue_app__')
    const app = root as {
      config: { globalProperties: { $pinia: { _s: Map<string, unknown> } } }
    }
    const history = app.config.globalProperties.$pinia._s.get('history') as {
      onAnswer(listener: () => void): () => void
      isKnown(): boolean
    }
    const plot = document.querySelector('[data-testid="chart-loss-plot"]')
    if (plot === null) throw new Error('there is no loss chart')
    const { x, y, width } = plot.getBoundingClientRect()
    const { port1, port2 } = new MessageChannel()
    const painted = new Map<string, number>()
    const began = performance.now()
    const done = new Promise<void>((end) => {
      port1.onmessage = ({ data }) => {
        painted.set(String(data), performance.now() - began)
        if (data === 'rows') end()
      }
    })
    // What is posted in an animation frame arrives after its painting.
    const off = history.onAnswer(() => {
      if (!history.isKnown()) return
      off()
      requestAnimationFrame(() => port2.postMessage('rows'))
    })
    const at = { clientX: x + (0.3 + 0.05 * (count % 5)) * width, clientY: y + 20 }
    const notch = { deltaY: -300, bubbles: true, cancelable: true }
    plot.dispatchEvent(new WheelEvent('wheel', { ...at, ...notch }))
    requestAnimationFrame(() => port2.postMessage('stretched'))
    await done
    return { stretched: painted.get('stretched') ?? NaN, rows: painted.get('rows') ?? NaN }
  }, n)
}
