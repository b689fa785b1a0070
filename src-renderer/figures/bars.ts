import type { CustomSeriesOption } from 'echarts'

/** Filled bars between given edges: as wide as their bin, on any kind of axis. */
export function filledBars(
  name: string,
  edges: ArrayLike<number>,
  heights: ArrayLike<number>,
  colour: string,
): CustomSeriesOption {
  const rows = Array.from(heights, (height, i) => [edges[i], edges[i + 1], height])
  return {
    type: 'custom',
    name,
    dimensions: ['from', 'to', 'count'],
    encode: { x: [0, 1], y: 2 },
    data: rows,
    clip: true,
    itemStyle: { color: colour },
    renderItem: (_params, api) => {
      const [left, top] = api.coord([api.value(0), api.value(2)])
      const [right, bottom] = api.coord([api.value(1), 0])
      // One pixel of air between bars, if there is room for it.
      const air = right - left > 4 ? 1 : 0
      return {
        type: 'rect',
        shape: { x: left, y: top, width: Math.max(1, right - left - air), height: bottom - top },
        style: { fill: colour },
      }
    },
  }
}

/** The outline of a histogram as one stepped line, for what was before. */
export function outlineBars(
  name: string,
  edges: ArrayLike<number>,
  heights: ArrayLike<number>,
  colour: string,
  lineDash: number[] = [4, 3],
): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    data: [0],
    silent: true,
    clip: true,
    tooltip: { show: false },
    itemStyle: { color: colour },
    z: 4,
    renderItem: (_params, api) => {
      // One line per row of filled bins: along empty ones it would only thicken the axis.
      const children = []
      let points: number[][] = []
      for (let i = 0; i < heights.length; i++) {
        if (heights[i] === 0) continue
        if (points.length === 0) points.push(api.coord([edges[i], 0]))
        points.push(api.coord([edges[i], heights[i]]), api.coord([edges[i + 1], heights[i]]))
        if (heights[i + 1] > 0) continue
        points.push(api.coord([edges[i + 1], 0]))
        children.push({
          type: 'polyline' as const,
          shape: { points },
          style: { fill: 'none', stroke: colour, lineWidth: 1.25, lineDash },
        })
        points = []
      }
      return { type: 'group', children }
    },
  }
}

/** Short ticks upwards from the axis at given places, thinned to at most `most`. */
export function floorTicks(
  places: ArrayLike<number>,
  colour: string,
  most = 300,
): CustomSeriesOption {
  return {
    type: 'custom',
    data: [0],
    silent: true,
    clip: true,
    tooltip: { show: false },
    z: 5,
    renderItem: (_params, api) => {
      const stride = Math.max(1, Math.ceil(places.length / most))
      const children = []
      for (let i = 0; i < places.length; i += stride) {
        const [x, y] = api.coord([places[i], 0])
        children.push({
          type: 'line' as const,
          shape: { x1: x, y1: y, x2: x, y2: y - 4 },
          style: { stroke: colour, lineWidth: 0.75 },
        })
      }
      return { type: 'group', children }
    },
  }
}
