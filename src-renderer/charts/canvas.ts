import { useDevicePixelRatio, useResizeObserver } from '@vueuse/core'
import { watch, type ShallowRef } from 'vue'
import { useDrawer } from './drawing'

export interface Surface {
  context: CanvasRenderingContext2D
  /** CSS pixels. */
  width: number
  height: number
}

/**
 * A canvas that fills its parent at the screen's resolution and is drawn by the drawing loop.
 * @returns what asks for another drawing
 */
export function useSurface(
  canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>,
  draw: (surface: Surface) => void,
  everyMs: number,
): () => void {
  const { pixelRatio } = useDevicePixelRatio()
  let [width, height] = [0, 0]

  function paint(): void {
    const context = canvas.value?.getContext('2d')
    if (!context || canvas.value === null || width < 1 || height < 1) return
    const ratio = pixelRatio.value
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.value.width !== w || canvas.value.height !== h) {
      canvas.value.width = w
      canvas.value.height = h
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    draw({ context, width, height })
  }
  const invalidate = useDrawer(paint, everyMs)
  useResizeObserver(
    () => canvas.value?.parentElement,
    ([entry]) => {
      width = entry.contentRect.width
      height = entry.contentRect.height
      invalidate()
    },
  )
  watch(pixelRatio, invalidate)
  return invalidate
}
