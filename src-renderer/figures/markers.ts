import type { MarkLineComponentOption } from 'echarts'
import type { Range } from './extent'
import type { FigureTheme } from './theme'

/** Something that happened at one place of the x axis. */
export interface Marker {
  x: number
  label: string
}

/** Labels nearer to each other than this part of the axis would overlap: only the first is drawn. */
const labelRoom = 0.12

/** Dashed lines at the markers that are in view, labelled where there is room. */
export function markerLines(
  markers: readonly Marker[],
  range: Range,
  theme: FigureTheme,
): MarkLineComponentOption {
  let labelled = -Infinity
  const data = markers
    .filter(({ x }) => x >= range[0] && x <= range[1])
    .map(({ x, label }) => {
      const room = (x - labelled) / (range[1] - range[0]) > labelRoom
      if (room) labelled = x
      return { xAxis: x, name: label, label: { show: room } }
    })
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: theme.muted, type: [3, 3], width: 1 },
    label: {
      formatter: '{b}',
      position: 'insideEndTop',
      rotate: 0,
      align: 'left',
      distance: 0,
      padding: [1, 3, 1, 3],
      offset: [2, 10],
      backgroundColor: theme.background,
      color: theme.muted,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
    },
    data,
  }
}
