import { niceAbove } from '../figures/extent'
import type { Range } from '@figures'

/** What is in view of an axis that grows: everything, a stretch that stays, or the newest stretch. */
export type Zoom =
  | { kind: 'all' }
  | { kind: 'held'; from: number; to: number }
  | { kind: 'following'; width: number }

/** The newest point stands so much of the width before the right edge. */
const AHEAD = 0.04
/** A wheel cannot make a stretch narrower than this part of the axis, which double precision bears. */
const NARROWEST = 1e-9

const all: Zoom = { kind: 'all' }

/** @param end place of the newest point, 0 or more; the axis of everything rests while it grows */
export function rangeOf(zoom: Zoom, end: number): Range {
  switch (zoom.kind) {
    case 'all':
      return [0, niceAbove(end)]
    case 'held':
      return [zoom.from, zoom.to]
    case 'following': {
      const to = Math.max(end + AHEAD * zoom.width, zoom.width)
      return [to - zoom.width, to]
    }
  }
}

/** Shows a stretch and stays there; everything if it is all there is. */
export function held(from: number, to: number, end: number, least: number): Zoom {
  const [, most] = rangeOf(all, end)
  const width = Math.max(Math.min(to - from, most), least, NARROWEST * most)
  const start = Math.min(Math.max(0, from), most - Math.min(width, most))
  if (start === 0 && width >= most) return all
  return { kind: 'held', from: start, to: start + width }
}

/**
 * Makes the width `factor` times as large. What is held keeps its place at `at`; what follows goes
 * on following with another width.
 * @param least width @param at place that stays where it is
 */
export function zoomed(zoom: Zoom, end: number, factor: number, at: number, least: number): Zoom {
  const [from, to] = rangeOf(zoom, end)
  const [, most] = rangeOf(all, end)
  if (zoom.kind === 'following') {
    const width = Math.max(factor * zoom.width, least, NARROWEST * most)
    return width >= most ? all : { kind: 'following', width }
  }
  const width = Math.max(factor * (to - from), least)
  const share = to > from ? (at - from) / (to - from) : 0
  return held(at - share * width, at + (1 - share) * width, end, least)
}

/** Moves by so many widths to the right; nothing moves where everything is in view. */
export function panned(zoom: Zoom, end: number, widths: number, least: number): Zoom {
  if (zoom.kind === 'all') return zoom
  const [from, to] = rangeOf(zoom, end)
  const by = widths * (to - from)
  return held(from + by, to + by, end, least)
}

/** Keeps the newest point in view from now on, at the present width. */
export function following(zoom: Zoom): Zoom {
  return zoom.kind === 'held' ? { kind: 'following', width: zoom.to - zoom.from } : zoom
}
