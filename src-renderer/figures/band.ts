import type { CustomSeriesOption } from 'echarts'

export interface BandData {
  x: Float64Array
  min: Float64Array
  max: Float64Array
}

/**
 * The area between min and max as one polygon: one item for the whole band costs two coordinate
 * look-ups per bucket, and works on a logarithmic axis, where stacked areas do not.
 * @param breaks indices at which a new polygon begins, ascending
 */
export function band(
  name: string,
  data: BandData,
  colour: string,
  floor: number,
  breaks: readonly number[] = [],
  opacity = 0.25,
): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    data: [0],
    silent: true,
    clip: true,
    tooltip: { show: false },
    itemStyle: { color: colour },
    z: 1,
    renderItem: (_params, api) => {
      const bounds = [0, ...breaks, data.x.length]
      const pieces = bounds.slice(1).map((end, piece) => {
        const start = bounds[piece]
        const points: number[][] = []
        for (let i = start; i < end; i++)
          points.push(api.coord([data.x[i], Math.max(floor, data.max[i])]))
        for (let i = end - 1; i >= start; i--)
          points.push(api.coord([data.x[i], Math.max(floor, data.min[i])]))
        return {
          type: 'polygon' as const,
          shape: { points },
          style: { fill: colour, opacity },
        }
      })
      return { type: 'group', children: pieces }
    },
  }
}
