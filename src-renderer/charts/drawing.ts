import { onBeforeUnmount, onMounted } from 'vue'
import { useStream } from '../stores/stream'
import { DrawLoop } from './loop'

let loop: DrawLoop | null = null

/** The window's one drawing loop; idle while nothing changes. */
export function drawLoop(): DrawLoop {
  const stream = useStream()
  loop ??= new DrawLoop(
    {
      schedule: (callback) => void requestAnimationFrame(callback),
      now: () => performance.now(),
    },
    stream.take,
    stream.drawn,
  )
  return loop
}

/** Draws while the component lives; returns what asks for another drawing. */
export function useDrawer(draw: () => void, everyMs: number, same?: () => boolean): () => void {
  let handle: ReturnType<DrawLoop['add']> | null = null
  onMounted(() => {
    handle = drawLoop().add({ draw, everyMs, ...(same && { same }) })
  })
  onBeforeUnmount(() => handle?.remove())
  return () => handle?.invalidate()
}
