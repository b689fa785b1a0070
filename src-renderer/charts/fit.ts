import type { EChartsOption } from '@figures'

/** Below this width, px, the name of the horizontal axis is too long, and a legend has the row to itself. */
const narrow = 290
/** Of a legend's entry, px: its key and the gaps beside it. */
const keyWidth = 31
/** Room at both ends of a figure, and between a name and a legend, px. */
const ends = 36

/** About how wide a text is, px: Chinese characters take twice the room. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 11 : 6.2), 0)

/**
 * The figure for a narrow panel: without the name of its vertical axis where the legend needs the
 * room, and with only the first part of the horizontal axis' name.
 */
export function fitted(option: EChartsOption, width: number): EChartsOption {
  const { legend, xAxis, yAxis } = option
  if (!xAxis || !yAxis || Array.isArray(xAxis) || Array.isArray(yAxis)) return option
  const isNarrow = width < narrow
  const key = legend === undefined || Array.isArray(legend) || legend.show !== true ? null : legend
  const entries = (key?.data ?? []).map((entry) =>
    typeof entry === 'string' ? entry : (entry.name ?? ''),
  )
  const legendWidth = entries.reduce((sum, name) => sum + keyWidth + widthOf(name), 0)
  const meet = legendWidth + widthOf(yAxis.name ?? '') + ends > width
  const alone = key !== null && (isNarrow || meet)
  if (!isNarrow && !alone) return option
  return {
    ...option,
    xAxis: isNarrow ? { ...xAxis, name: (xAxis.name ?? '').split(' · ')[0] } : xAxis,
    yAxis: alone ? { ...yAxis, name: '' } : yAxis,
  }
}
