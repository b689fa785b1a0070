import type { Page } from '@playwright/test'

/**
 * Milliseconds from the end of a frame's newest step in the engine until every chart has been
 * painted with it, frame by frame: each chart is drawn in this animation frame or in the next.
 */
export async function latencies(page: Page, seconds: number): Promise<number[]> {
  return page.evaluate(async (forMs) => {
    const root: unknown = Reflect.get(document.querySelector('#app') ?? {}, '__vue_app__')
    const app = root as {
      config: { globalProperties: { $pinia: { _s: Map<string, unknown> } } }
    }
    const stream = app.config.globalProperties.$pinia._s.get('stream') as {
      onTaken(listener: (frame: { sentAtMs: number }) => void): () => void
    }
    const seen: number[] = []
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      seen.push(performance.timeOrigin + performance.now() - Number(data))
    }
    const end = stream.onTaken(({ sentAtMs }) => {
      // The first task after the next animation frame's painting.
      requestAnimationFrame(() => port2.postMessage(sentAtMs))
    })
    await new Promise((done) => setTimeout(done, forMs))
    end()
    return seen
  }, 1000 * seconds)
}
