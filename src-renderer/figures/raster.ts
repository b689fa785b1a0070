import type { Frame } from '@contract'
import { toRgb } from './colour'
import { formatSi, grouped } from './format'
import { secondTicks, shareOf, timeSpan } from './rasterTime'
import type { FigureTheme } from './theme'
import { describeStarved, type UpdateBar } from './updates'
import { english, type FigureWords } from './words'

/** Which edges updated on which steps: `raster` of a frame, and the number of edges E. */
export interface RasterInput {
  /** Its columns count simulated time where it has `timeS`, else steps. */
  raster: Frame['raster']
  edges: number
  /** Steps across the width, at least 1; fewer recorded steps leave room on the left. */
  window: number
  /** A bar per edge to the right of the plot; left out: none. */
  bars?: readonly UpdateBar[]
  /** Stretches that nobody saw, in steps. */
  gaps?: readonly { fromStep: number; toStep: number }[]
}

/** The step of the s-th recorded row (0 = oldest). */
export function stepOfRow({ at, firstStep }: Frame['raster'], row: number): number {
  return at === undefined ? firstStep + row : at[row]
}

export interface RasterGeometry {
  /** The plot, px. */
  left: number
  top: number
  width: number
  height: number
  /** The bars of the edges: where they begin, and the longest of them, px. */
  barLeft: number
  barWidth: number
  /** Size of one step and of one edge, px; less than 1 when there are more of them than pixels. */
  cellWidth: number
  cellHeight: number
  /** The first step of the window (its column 0); the newest step is in the last column. */
  firstStep: number
  /** Columns before which steps were not seen; empty where every step is. */
  gapColumns: number[]
  /** Labels of the steps, with the place of their centres, px. */
  stepTicks: { text: string; x: number }[]
  /** Edges to label, as in 0..E-1. */
  edgeTicks: number[]
}

function ticks(from: number, to: number, most: number): number[] {
  const span = Math.max(1, to - from)
  const decade = 10 ** Math.floor(Math.log10(span / most))
  const step = Math.max(1, [1, 2, 5, 10].map((s) => s * decade).find((s) => span / s <= most) ?? 1)
  const places = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) places.push(at)
  return places
}

/** Width of a digit for a font size of 1, on the safe side: nothing measures text here. */
const digitWidth = 0.62

/**
 * All digits, for neighbouring ticks of a late window differ only in the last ones. Labels stay
 * inside the figure; those that would touch are left out.
 */
function stepLabels(
  input: RasterInput,
  theme: FigureTheme,
  plot: { left: number; width: number },
): RasterGeometry['stepTicks'] {
  const { raster, window } = input
  const span = timeSpan(raster, window)
  if (span !== null)
    return secondTicks(span, plot.width / 110).map(({ timeS, text }) => {
      const half = (text.length * digitWidth * theme.fontSize) / 2
      const at = plot.left + shareOf(timeS, span) * plot.width
      return { text, x: Math.min(at, plot.left + plot.width + 12 - half) }
    })
  if (raster.at !== undefined) return rowLabels(input, theme, plot)
  const first = raster.firstStep + raster.steps - window
  const labels: RasterGeometry['stepTicks'] = []
  let free = -Infinity
  for (const step of ticks(Math.max(1, first), first + window - 1, plot.width / 90)) {
    const text = grouped(step)
    const half = (text.length * digitWidth * theme.fontSize) / 2
    const at = plot.left + ((step - first + 0.5) * plot.width) / window
    const x = Math.min(at, plot.left + plot.width + 12 - half)
    if (x - half < free) continue
    free = x + half + 8
    labels.push({ text, x })
  }
  return labels
}

/** Where a row does not stand for a step, some rows say theirs: steps between them are not equal. */
function rowLabels(
  { raster, window }: RasterInput,
  theme: FigureTheme,
  plot: { left: number; width: number },
): RasterGeometry['stepTicks'] {
  const labels: RasterGeometry['stepTicks'] = []
  const stride = Math.max(1, Math.ceil((90 * window) / plot.width))
  const oldest = Math.max(0, raster.steps - window)
  for (let row = raster.steps - 1; row >= oldest; row -= stride) {
    const text = grouped(stepOfRow(raster, row))
    const half = (text.length * digitWidth * theme.fontSize) / 2
    const at = plot.left + ((row + window - raster.steps + 0.5) * plot.width) / window
    labels.push({ text, x: Math.min(at, plot.left + plot.width + 12 - half) })
  }
  return labels
}

/** Columns of the window that begin after a gap. Cost: gaps x rows. */
function columnsAfter({ raster, window, gaps = [] }: RasterInput): number[] {
  const columns: number[] = []
  for (const { toStep } of gaps)
    for (let row = Math.max(1, raster.steps - window); row < raster.steps; row++)
      if (stepOfRow(raster, row - 1) < toStep && stepOfRow(raster, row) >= toStep)
        columns.push(row + window - raster.steps)
  return columns
}

/** The bars of the edges with the gap before them and the numbers behind, px. */
const [barRoom, barGap, barText] = [150, 14, 42]

/** Shared by the window's canvas and the SVG: where the plot, its cells and its labels are. */
export function rasterGeometry(
  input: RasterInput,
  theme: FigureTheme,
  width: number,
  height: number,
): RasterGeometry {
  const { raster, edges, window } = input
  const right = input.bars === undefined ? 16 : barRoom + 16
  const [left, top, bottom] = [56, 22, 36]
  const plot = {
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - top - bottom),
  }
  const firstStep = raster.firstStep + raster.steps - window
  return {
    left,
    top,
    ...plot,
    barLeft: left + plot.width + barGap,
    barWidth: barRoom - barGap - barText,
    cellWidth: plot.width / window,
    cellHeight: plot.height / edges,
    firstStep,
    gapColumns: columnsAfter(input),
    stepTicks: stepLabels(input, theme, { left, width: plot.width }),
    edgeTicks: ticks(0, edges - 1, Math.max(2, plot.height / 28)),
  }
}

/** Whether the edge updated on the s-th recorded step (0 = oldest). */
export function updatedOn(raster: Frame['raster'], s: number, edge: number): boolean {
  return ((raster.masks[s * raster.words + (edge >> 5)] >>> (edge & 31)) & 1) === 1
}

/**
 * The column that each recorded step has among so many: they count steps, or simulated time where
 * steps are events in time. Below 0: out of view.
 */
function columnsOf({ raster, window }: RasterInput, columns: number): Int32Array {
  const span = timeSpan(raster, window)
  const { steps, timeS } = raster
  return Int32Array.from({ length: steps }, (_, s) =>
    span === null || timeS === undefined
      ? s + window - steps
      : Math.floor(shareOf(timeS[s], span) * (columns - 1)),
  )
}

/**
 * One pixel per column and row (RGBA), to be put on a canvas and scaled without smoothing. Reuses
 * `into` when it fits. Cost: columns x rows.
 * @param rows default: one per edge; where the screen has fewer each shows the edge in its middle
 * @param columns of simulated time; where columns count steps it is the window
 */
export function rasterPixels(
  input: RasterInput,
  theme: FigureTheme,
  into?: Uint8ClampedArray,
  rows = input.edges,
  columns = input.window,
): Uint8ClampedArray {
  const { raster, edges } = input
  const size = 4 * columns * rows
  const pixels = into?.length === size ? into.fill(0) : new Uint8ClampedArray(size)
  const dots = new Uint32Array(pixels.buffer, pixels.byteOffset, columns * rows)
  const [dot] = new Uint32Array(Uint8Array.of(...toRgb(theme.accent), 255).buffer)
  const { masks, words, steps } = raster
  const columnOf = columnsOf(input, columns)
  for (let row = 0; row < rows; row++) {
    const edge = Math.floor(((row + 0.5) * edges) / rows)
    const [word, bit] = [edge >>> 5, 1 << (edge & 31)]
    for (let s = 0; s < steps; s++)
      if (columnOf[s] >= 0 && (masks[s * words + word] & bit) !== 0)
        dots[row * columns + columnOf[s]] = dot
  }
  return pixels
}

/** Name of the horizontal axis. */
export const stepTitle = ({ at, timeS }: Frame['raster'], words: FigureWords): string =>
  timeS !== undefined ? words.simulatedTime : at === undefined ? words.step : words.stepsReceived

/** Number of bits of a word that are set. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** The figure in a sentence. */
export function describeRaster(input: RasterInput, say: FigureWords = english): string {
  const { raster, edges, window } = input
  if (raster.steps === 0) return say.noUpdates
  let updates = 0
  const shown = Math.min(window, raster.steps)
  const { masks, words } = raster
  for (let at = (raster.steps - shown) * words; at < raster.steps * words; at++)
    updates += bitsOf(masks[at])
  const last = stepOfRow(raster, raster.steps - 1)
  const first = stepOfRow(raster, raster.steps - shown)
  const share = ((100 * updates) / (shown * edges)).toFixed(1)
  const text = say.raster({
    edges,
    received: raster.at === undefined ? null : shown,
    first: grouped(first),
    last: grouped(last),
    share,
    gaps: columnsAfter(input).length,
  })
  const span = timeSpan(raster, window)
  const time = span === null ? '' : say.overTime(formatSi(span[1] - span[0], 's'))
  return text + time + describeStarved(input.bars ?? [], say)
}
