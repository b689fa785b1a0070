import type { CustomSeriesOption } from 'echarts'

export interface BandData {
  x: Float64Array
  min: Float64Array
  max: Float64Array
}

/**
 * The area between min and max as one polygon: one item for the whole band costs two coordinate
 * look-ups per bucket, and works on a logarithmic axis, where stacked areas do not.
 */
export function band(
  name: string,
  data: BandData,
  colour: string,
  floor: number,
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
      const count = data.x.length
      const points: number[][] = []
      for (let i = 0; i < count; i++) {
        points.push(api.coord([data.x[i], Math.max(floor, data.max[i])]))
      }
      for (let i = count - 1; i >= 0; i--) {
        points.push(api.coord([data.x[i], Math.max(floor, data.min[i])]))
      }
      return {
        type: 'polygon',
        shape: { points },
        style: { fill: colour, opacity: 0.25 },
      }
    },
  }
}
