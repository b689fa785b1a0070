export interface Point {
  x: number
  y: number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface Line {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** What a place costs: hiding a node or another text is worse than crossing an edge. */
const cost = { text: 6, node: 5, outside: 20, edge: 2, beside: 0.5 }

function boxAround({ x, y }: Point, width: number, height: number): Box {
  const [w, h] = [width / 2, height / 2]
  return { left: x - w, right: x + w, top: y - h, bottom: y + h }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Whether a stretch of line passes through a box (Liang and Barsky, 1984). */
function crosses({ x1, y1, x2, y2 }: Line, box: Box): boolean {
  let [enter, leave] = [0, 1]
  const sides = [
    [x1 - x2, x1 - box.left],
    [x2 - x1, box.right - x1],
    [y1 - y2, y1 - box.top],
    [y2 - y1, box.bottom - y1],
  ]
  for (const [slope, room] of sides) {
    if (slope === 0 && room < 0) return false
    if (slope < 0) enter = Math.max(enter, room / slope)
    if (slope > 0) leave = Math.min(leave, room / slope)
  }
  return enter <= leave
}

/**
 * Centres of a text beside each node: above, below, right or left of it, where it hides least. It
 * depends on places only, so that texts rest while their digits change.
 * Cost: nodes x (nodes + edges).
 */
export function textPlaces(
  nodes: readonly Point[],
  edges: readonly Line[],
  radius: number,
  text: { width: number; height: number },
  figure: { width: number; height: number },
): Point[] {
  const shapes = nodes.map((node) => boxAround(node, 2.2 * radius, 2.2 * radius))
  const taken: Box[] = []
  return nodes.map((node) => {
    const up = radius + text.height / 2 + 3
    const aside = radius + text.width / 2 + 4
    const places: [Point, number][] = [
      [{ x: node.x, y: node.y - up }, 0],
      [{ x: node.x, y: node.y + up }, 0.1],
      [{ x: node.x + aside, y: node.y }, cost.beside],
      [{ x: node.x - aside, y: node.y }, cost.beside + 0.1],
    ]
    let [best, least] = [places[0][0], Infinity]
    for (const [place, start] of places) {
      const box = boxAround(place, text.width, text.height)
      let sum = start
      for (const other of taken) if (overlap(box, other)) sum += cost.text
      for (const shape of shapes) if (overlap(box, shape)) sum += cost.node
      for (const edge of edges) if (crosses(edge, box)) sum += cost.edge
      if (box.left < 0 || box.right > figure.width || box.top < 0 || box.bottom > figure.height)
        sum += cost.outside
      if (sum < least) [best, least] = [place, sum]
    }
    taken.push(boxAround(best, text.width, text.height))
    return best
  })
}
