import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'
import { useStream } from '../stores/stream'
import { DrawLoop, type Drawer, type Redraw } from './loop'

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

/**
 * Draws while the component is in sight: one whose view was left rests, and draws what there is by
 * then when it comes back. Returns what asks for another drawing.
 */
export function useDrawer(
  draw: () => void,
  everyMs: number,
  how: Pick<Drawer, 'same' | 'alone'> = {},
): Redraw {
  let handle: ReturnType<DrawLoop['add']> | null = null
  const begin = (): void => {
    handle ??= drawLoop().add({ draw, everyMs, ...how })
  }
  const end = (): void => {
    handle?.remove()
    handle = null
  }
  onMounted(begin)
  onActivated(begin)
  onDeactivated(end)
  onBeforeUnmount(end)
  return Object.assign(() => handle?.redraw(), { now: () => handle?.redraw.now() })
}
