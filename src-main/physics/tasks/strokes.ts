type Point = readonly [number, number]

const oval = (cx: number, cy: number, rx: number, ry: number): Point[] => {
  // Eight corners of an oval; cos and sin of 45 degrees.
  const d = 0.7071
  return (
    [
      [1, 0],
      [d, d],
      [0, 1],
      [-d, d],
      [-1, 0],
      [-d, -d],
      [0, -1],
      [d, -d],
      [1, 0],
    ] as const
  ).map(([x, y]) => [cx + rx * x, cy + ry * y])
}

/** The ten digits as lines from point to point in the unit square, y downwards (ours). */
export const strokes: readonly (readonly Point[])[][] = [
  [oval(0.5, 0.5, 0.3, 0.42)],
  [
    [
      [0.32, 0.28],
      [0.54, 0.08],
      [0.54, 0.92],
    ],
  ],
  [
    [
      [0.24, 0.26],
      [0.36, 0.1],
      [0.62, 0.1],
      [0.76, 0.26],
      [0.7, 0.46],
      [0.22, 0.92],
      [0.8, 0.92],
    ],
  ],
  [
    [
      [0.24, 0.12],
      [0.74, 0.12],
      [0.46, 0.42],
      [0.7, 0.52],
      [0.76, 0.72],
      [0.6, 0.9],
      [0.24, 0.88],
    ],
  ],
  [
    [
      [0.6, 0.92],
      [0.6, 0.08],
      [0.2, 0.66],
      [0.84, 0.66],
    ],
  ],
  [
    [
      [0.76, 0.1],
      [0.3, 0.1],
      [0.26, 0.46],
      [0.6, 0.42],
      [0.76, 0.62],
      [0.66, 0.86],
      [0.24, 0.9],
    ],
  ],
  [
    [
      [0.7, 0.08],
      [0.38, 0.3],
      [0.24, 0.62],
    ],
    oval(0.5, 0.68, 0.26, 0.24),
  ],
  [
    [
      [0.2, 0.1],
      [0.8, 0.1],
      [0.42, 0.92],
    ],
  ],
  [oval(0.5, 0.29, 0.22, 0.2), oval(0.5, 0.71, 0.27, 0.22)],
  [
    oval(0.5, 0.32, 0.26, 0.24),
    [
      [0.76, 0.36],
      [0.68, 0.66],
      [0.4, 0.92],
    ],
  ],
]

/** Distance of a point from the line between two others. */
export function distanceTo([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)
  const t = Math.min(1, Math.max(0, along))
  const [ex, ey] = [px - ax - t * dx, py - ay - t * dy]
  return Math.sqrt(ex * ex + ey * ey)
}
