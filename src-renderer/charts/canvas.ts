import { useDevicePixelRatio, useResizeObserver } from '@vueuse/core'
import { watch, type ShallowRef } from 'vue'
import { useDrawer } from './drawing'
import type { Redraw } from './loop'

export interface Surface {
  context: CanvasRenderingContext2D
  /** CSS pixels. */
  width: number
  height: number
}

/**
 * Empties a canvas at the screen's resolution, to be drawn on in CSS pixels.
 * @returns null: there is nothing to draw on
 */
export function sharpen(
  canvas: HTMLCanvasElement | null,
  width: number,
  height: number,
  ratio: number,
): CanvasRenderingContext2D | null {
  const context = canvas?.getContext('2d') ?? null
  if (canvas === null || context === null || width < 1 || height < 1) return null
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w
    canvas.height = h
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  return context
}

/**
 * A canvas that fills its parent at the screen's resolution and is drawn by the drawing loop.
 * @returns what asks for another drawing
 */
export function useSurface(
  canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>,
  draw: (surface: Surface) => void,
  everyMs: number,
): Redraw {
  const { pixelRatio } = useDevicePixelRatio()
  let [width, height] = [0, 0]

  function paint(): void {
    const context = sharpen(canvas.value, width, height, pixelRatio.value)
    if (context !== null) draw({ context, width, height })
  }
  const redraw = useDrawer(paint, everyMs)
  useResizeObserver(
    () => canvas.value?.parentElement,
    ([entry]) => {
      width = entry.contentRect.width
      height = entry.contentRect.height
      redraw()
    },
  )
  watch(pixelRatio, redraw)
  return redraw
}
