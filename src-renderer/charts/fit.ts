import type { EChartsOption } from '@figures'

/** Below this width, px, the name of the vertical axis and the legend do not fit side by side. */
const narrow = 290

/**
 * The figure for a narrow panel: without the name of its vertical axis where the legend needs the
 * room, and with only the first part of the horizontal axis' name.
 */
export function fitted(option: EChartsOption, width: number): EChartsOption {
  const { legend, xAxis, yAxis } = option
  if (width >= narrow || !xAxis || !yAxis || Array.isArray(xAxis) || Array.isArray(yAxis))
    return option
  const hasLegend = legend !== undefined && !Array.isArray(legend) && legend.show === true
  return {
    ...option,
    xAxis: { ...xAxis, name: (xAxis.name ?? '').split(' · ')[0] },
    yAxis: hasLegend ? { ...yAxis, name: '' } : yAxis,
  }
}
