import type { Change, MachineDescription } from '@contract'
import type { MarkLineComponentOption } from 'echarts'
import type { Range } from './extent'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

/** Something that happened at one place of the x axis. */
export interface Marker {
  x: number
  label: string
}

const symbols: Partial<Record<Extract<Change, { kind: 'set' }>['path'], string>> = {
  'schedule.probability': 'p',
  'batch.size': 'b',
  'rule.eta': 'η',
  'rule.alpha': 'α',
  'rule.beta': 'β',
}

/** A change of a run, as short as a label of a marker: `p = 0.25`, `cut A–B`. */
export function changeLabel(
  change: Change,
  { edges, nodes }: Pick<MachineDescription, 'edges' | 'nodes'>,
  words: FigureWords = english,
): string {
  switch (change.kind) {
    case 'set':
      return `${symbols[change.path] ?? words.symbols[change.path] ?? change.path} = ${Number(change.value.toPrecision(4))}`
    case 'edge': {
      const ends = edges[change.edge]?.map((node) => nodes[node].name)
      return words.edgeChange(change.action, ends?.join('–') ?? `${words.edge} ${change.edge}`)
    }
    case 'source':
      return words.sourceChange(change.action, String(change.source))
  }
}

/** Distance of two rows of labels, px. */
const rowHeight = 13

/** Width of a character, and of the loss's plot in a window of 1024 px. */
const [characterPx, usualPlotPx] = [6, 430]

/** Part of the axis that a label takes, to the right of its line or, near the end, to its left. */
function labelSpan(at: number, label: string, plotPx: number): Range {
  const width = ((label.length + 2) * characterPx) / plotPx
  return at + width <= 1 ? [at, at + width] : [at - width, at]
}

/** Markers nearer than this part of the axis share a line: 3 px of a plot of 430. */
const together = 0.007

/** Above so many lines in view none is labelled: the pointer tells what they are. */
const mostLabelled = 12

/** Markers in view, one per place that can be told apart; several in one place are counted. */
function places(markers: readonly Marker[], [from, to]: Range, words: FigureWords): Marker[] {
  const groups: Marker[][] = []
  for (const marker of markers) {
    if (marker.x < from || marker.x > to) continue
    const group = groups.at(-1)
    if (group && marker.x - group[0].x <= together * (to - from)) group.push(marker)
    else groups.push([marker])
  }
  return groups.map((group) => {
    const { x, label } = group[group.length - 1]
    return { x, label: group.length > 1 ? words.changes(group.length) : label }
  })
}

/**
 * Dashed lines at the markers that are in view, labelled in the first of two rows that has room.
 * @param plotPx width of the plot where it is narrow
 */
export function markerLines(
  markers: readonly Marker[],
  range: Range,
  theme: FigureTheme,
  plotPx = usualPlotPx,
): MarkLineComponentOption {
  const [from, to] = range
  // Where each row of labels is free from.
  const free = [-Infinity, -Infinity]
  const shown = places(markers, range, theme.words)
  const data = shown.map(({ x, label }) => {
    const at = (x - from) / (to - from)
    const [start, end] = labelSpan(at, label, plotPx)
    const row = shown.length > mostLabelled ? -1 : free.findIndex((place) => start >= place)
    if (row >= 0) free[row] = end
    const before = start < at
    const align = before ? 'right' : 'left'
    const offset = [before ? -2 : 2, 10 + rowHeight * Math.max(0, row)]
    return { xAxis: x, name: label, label: { show: row >= 0, align, offset } }
  })
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: {
      color: theme.muted,
      type: [3, 3],
      width: 1,
      opacity: shown.length > mostLabelled ? 0.5 : 1,
    },
    label: {
      formatter: '{b}',
      position: 'insideEndTop',
      rotate: 0,
      distance: 0,
      padding: [1, 3, 1, 3],
      backgroundColor: theme.background,
      color: theme.muted,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize - 1,
    },
    data,
  } as MarkLineComponentOption
}
