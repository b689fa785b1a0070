import { shallowRef } from 'vue'
import type { useAxis } from '../stores/axis'

type Axis = ReturnType<typeof useAxis>

/** A drag shorter than this, px, is a click that trembled. */
const trembling = 3
/** A notch of a wheel, 100 px or so, makes the view a fifth narrower or wider. */
const zoomPerPixel = Math.log(1.25) / 100
/** A key moves the crosshair by a 200th and the view by a fifth of the width. */
const [crosshairStep, viewStep, zoomStep] = [0.005, 0.2, 1.5]

/** Where an event is, as a part of the plot's width. */
export function sharesOf(event: PointerEvent | WheelEvent, plot: HTMLElement | null): number {
  if (plot === null) return 0
  const { left, width } = plot.getBoundingClientRect()
  return Math.max(0, Math.min(1, (event.clientX - left) / Math.max(1, width)))
}

/** Wheel zooms, drag pans, Shift and drag selects a stretch; keys do the same. */
export function useGestures(axis: Axis) {
  /** The stretch that is being selected, as parts of the plot's width. */
  const box = shallowRef<readonly [number, number] | null>(null)
  let start: {
    share: number
    last: number
    width: number
    boxing: boolean
    moved: boolean
  } | null = null

  function down(event: PointerEvent, share: number, width: number): void {
    if (event.button !== 0) return
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId)
    start = { share, last: share, width, boxing: event.shiftKey, moved: false }
  }

  function move(share: number): void {
    axis.pointer = share
    if (start === null) return
    start.moved ||= Math.abs(share - start.share) * start.width >= trembling
    if (!start.moved) return
    if (start.boxing) box.value = [Math.min(start.share, share), Math.max(start.share, share)]
    else {
      axis.pan(start.last - share)
      start.last = share
    }
  }

  function up(): void {
    if (box.value !== null) {
      const [from, to] = axis.range()
      const [left, right] = box.value
      axis.show(from + left * (to - from), from + right * (to - from))
    }
    box.value = null
    start = null
  }

  function leave(): void {
    if (start === null) axis.pointer = null
  }

  function wheel(event: WheelEvent, share: number): void {
    // A trackpad's sideways stroke pans.
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) axis.pan(event.deltaX / 600)
    else axis.zoomBy(Math.exp(event.deltaY * zoomPerPixel), share)
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = axis.pointer ?? 0.5
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (sideways !== undefined) {
      if (event.shiftKey) axis.pan(sideways * viewStep)
      else axis.pointer = Math.max(0, Math.min(1, at + sideways * crosshairStep))
    } else if (event.key === '+' || event.key === '=') axis.zoomBy(1 / zoomStep, at)
    else if (event.key === '-') axis.zoomBy(zoomStep, at)
    else if (event.key === '0' || event.key === 'Home') axis.all()
    else return
    event.preventDefault()
  }

  return { box, down, move, up, leave, wheel, key }
}
