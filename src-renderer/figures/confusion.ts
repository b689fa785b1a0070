import { axisStyle, frameOf, nameBelow, type EChartsOption } from './axes'
import { sequentialColour, textOn } from './colour'
import { formatPercent } from './format'
import type { FigureTheme } from './theme'
import { english, type FigureWords } from './words'

export interface ConfusionInput {
  /** C x C counts: row true class, column answer. */
  counts: Uint32Array
  /** C names. */
  classes: string[]
  /** What was classified: 'test flowers'. */
  set: string
}

export interface ConfusionSummary {
  correct: number
  total: number
}

export function summariseConfusion({ counts, classes }: ConfusionInput): ConfusionSummary {
  let [correct, total] = [0, 0]
  for (let i = 0; i < counts.length; i++) {
    total += counts[i]
    if (i % (classes.length + 1) === 0) correct += counts[i]
  }
  return { correct, total }
}

/**
 * Counts per true class (row) and answer (column), coloured by their part of the row; an empty
 * cell has no colour, so that a single wrong answer stands out. Needs the custom series, grid and title.
 */
export function confusionFigure(input: ConfusionInput, theme: FigureTheme): EChartsOption {
  const { counts, classes } = input
  const { correct, total } = summariseConfusion(input)
  const size = classes.length
  const rowSum = classes.map((_, row) =>
    counts.slice(row * size, (row + 1) * size).reduce((a, b) => a + b, 0),
  )
  const cells = Array.from(counts, (count, i) => [i % size, Math.floor(i / size), count])
  const base = { ...axisStyle(theme, false), axisTick: { show: false } }
  const label = { ...base.axisLabel, interval: 0, width: 76, overflow: 'truncate' as const }
  // A few names stand side by side in the narrowest panel, if they are a little smaller.
  const below = { ...label, fontSize: theme.fontSize - 1, hideOverlap: size > 4 }
  return {
    ...frameOf(theme, { left: 88, right: 16, top: 46, bottom: 42 }),
    title: {
      text: theme.words.correct(
        formatPercent(total > 0 ? correct / total : null),
        correct,
        total,
        input.set,
      ),
      left: 4,
      top: 4,
      textStyle: {
        color: theme.text,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize + 1,
        fontWeight: 600 as const,
      },
    },
    tooltip: {
      ...frameOf(theme).tooltip,
      trigger: 'item',
      formatter: (item: unknown) => {
        const [column, row, count] = (item as { value: number[] }).value
        return theme.words.confused(count, rowSum[row], classes[row], classes[column])
      },
    },
    xAxis: {
      type: 'category',
      data: classes,
      ...base,
      ...nameBelow(theme.words.answer, theme),
      axisLabel: below,
    },
    yAxis: {
      type: 'category',
      data: classes,
      inverse: true,
      ...base,
      axisLabel: label,
      name: theme.words.trueClass,
      nameLocation: 'start',
      nameGap: 12,
      nameMoveOverlap: false,
      nameTextStyle: {
        color: theme.muted,
        fontFamily: theme.fontFamily,
        fontSize: theme.fontSize,
        align: 'right',
        padding: [0, 8, -14, 0],
      },
    },
    series: [
      {
        type: 'custom',
        data: cells,
        encode: { x: 0, y: 1 },
        renderItem: (_p: unknown, api: CellApi) => {
          const [column, row, count] = [api.value(0), api.value(1), api.value(2)]
          const [x, y] = api.coord([column, row])
          const [width, height] = api.size([1, 1])
          const fill = count > 0 ? sequentialColour(count / rowSum[row]) : 'none'
          return {
            type: 'rect',
            shape: {
              x: x - width / 2 + 1,
              y: y - height / 2 + 1,
              width: width - 2,
              height: height - 2,
            },
            style: { fill, stroke: count > 0 ? fill : theme.grid, lineWidth: 1 },
            textContent: {
              style: {
                text: String(count),
                fill: count > 0 ? textOn(fill) : theme.muted,
                fontFamily: theme.fontFamily,
                fontSize: theme.fontSize + 2,
              },
            },
            textConfig: { position: 'inside' },
          }
        },
      },
    ],
  } as EChartsOption
}

interface CellApi {
  coord(value: number[]): number[]
  size(value: number[]): number[]
  value(dimension: number): number
}

/** The figure in a sentence. */
export function describeConfusion(input: ConfusionInput, words: FigureWords = english): string {
  const { correct, total } = summariseConfusion(input)
  return words.confusion(
    correct,
    total,
    input.set,
    formatPercent(total > 0 ? correct / total : null),
  )
}
