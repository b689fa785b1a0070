export interface Size {
  width: number
  height: number
}
export interface Box extends Size {
  x: number
  y: number
}

const GAP_PX = 10

/**
 * Where a card goes so that it stands beside a target and inside the window: below, right, left or
 * above, the first of them where it covers nothing of the target. Pixels.
 */
export function beside(target: Box, card: Size, window: Size): { x: number; y: number } {
  const within = (value: number, size: number, all: number) =>
    Math.round(Math.max(GAP_PX, Math.min(value, all - size - GAP_PX)))
  const x = within(target.x, card.width, window.width)
  const y = within(target.y, card.height, window.height)
  const places = [
    { x, y: target.y + target.height + GAP_PX },
    { x: target.x + target.width + GAP_PX, y },
    { x: target.x - card.width - GAP_PX, y },
    { x, y: target.y - card.height - GAP_PX },
  ]
  const fits = (place: { x: number; y: number }) =>
    place.x >= 0 &&
    place.y >= 0 &&
    place.x + card.width <= window.width &&
    place.y + card.height <= window.height
  return places.find(fits) ?? { x, y }
}
