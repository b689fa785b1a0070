import type { NetworkScene } from '@figures'

export type Picked = { kind: 'node' | 'edge'; index: number }

/** Distance of a point from a stretch of line. */
function distance(
  x: number,
  y: number,
  { x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number },
): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
}

/** The node under a place, or the nearest edge within 9 px; null when there is neither. */
export function pick(scene: NetworkScene, x: number, y: number): Picked | null {
  for (const node of scene.nodes)
    if (Math.hypot(x - node.x, y - node.y) <= node.radius + 2)
      return { kind: 'node', index: node.index }
  // 9 px: a comfortable target around a line of 2 px.
  let [nearest, best] = [-1, 9]
  for (const edge of scene.edges) {
    const d = distance(x, y, edge)
    if (d < best) [nearest, best] = [edge.index, d]
  }
  return nearest === -1 ? null : { kind: 'edge', index: nearest }
}
