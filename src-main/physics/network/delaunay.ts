/** A point with whole coordinates: all decisions about it are then exact. */
export interface Point {
  readonly x: number
  readonly y: number
}

type Triangle = [number, number, number]

/** Whether p lies inside the circle through a, b, c (counter-clockwise). Exact. */
function insideCircle(a: Point, b: Point, c: Point, p: Point): boolean {
  const [ax, ay, bx, by, cx, cy] = [
    a.x - p.x,
    a.y - p.y,
    b.x - p.x,
    b.y - p.y,
    c.x - p.x,
    c.y - p.y,
  ]
  const a2 = ax * ax + ay * ay
  const b2 = bx * bx + by * by
  const c2 = cx * cx + cy * cy
  const terms = [a2 * (bx * cy - by * cx), b2 * (ax * cy - ay * cx), c2 * (ax * by - ay * bx)]
  const value = terms[0] - terms[1] + terms[2]
  // Squares and minors stay below 2^53 and are exact; what rounds is 3 products and 2 sums.
  const doubt = (Math.abs(terms[0]) + Math.abs(terms[1]) + Math.abs(terms[2])) * 4e-15
  if (value > doubt || value < -doubt) return value > 0
  const n = BigInt
  const minor = (p: number, q: number, r: number, s: number) => n(p) * n(s) - n(q) * n(r)
  const square = (p: number, q: number) => n(p) * n(p) + n(q) * n(q)
  return (
    square(ax, ay) * minor(bx, by, cx, cy) -
      square(bx, by) * minor(ax, ay, cx, cy) +
      square(cx, cy) * minor(ax, ay, bx, by) >
    0n
  )
}

/**
 * Delaunay triangulation of distinct points (Bowyer, 1981; Watson, 1981), as pairs of joined
 * points. The enclosing triangle is 2^5 times as wide as the points: of the hull, slivers may
 * be missing. O(N^2) for N points in no order; all decisions are exact.
 * @param points with whole coordinates from 0 to 2^20.
 */
export function delaunay(points: readonly Point[]): [number, number][] {
  const n = points.length
  const far = 2 ** 24
  const all = [...points, { x: -far, y: -far }, { x: far * 1.5, y: -far }, { x: 0, y: far * 1.5 }]
  let triangles: Triangle[] = [[n, n + 1, n + 2]]
  for (let p = 0; p < n; p++) {
    const rim = new Map<number, [number, number]>()
    const kept: Triangle[] = []
    for (const triangle of triangles) {
      const [a, b, c] = triangle
      if (!insideCircle(all[a], all[b], all[c], all[p])) {
        kept.push(triangle)
        continue
      }
      for (const [from, to] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const) {
        // An edge between two triangles of the hole is met once each way: it goes.
        const back = to * (n + 3) + from
        if (!rim.delete(back)) rim.set(from * (n + 3) + to, [from, to])
      }
    }
    for (const [from, to] of rim.values()) kept.push([from, to, p])
    triangles = kept
  }
  const pairs = new Map<number, [number, number]>()
  for (const [a, b, c] of triangles)
    for (const [i, j] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      if (i < n && j < n)
        pairs.set(Math.min(i, j) * n + Math.max(i, j), [Math.min(i, j), Math.max(i, j)])
  return [...pairs.entries()].sort(([p], [q]) => p - q).map(([, pair]) => pair)
}
