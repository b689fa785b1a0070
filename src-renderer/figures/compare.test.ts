import { describe, expect, it } from 'vitest'
import { boxOf, comparedStyle, compareFigure, errorGroupsFigure } from './compare'
import { darkTheme, lightTheme } from './theme'
import { wordsOfMany } from './words'

describe('a comparison', () => {
  it('gives twelve runs twelve looks in either theme', () => {
    for (const theme of [lightTheme, darkTheme]) {
      const looks = Array.from({ length: 12 }, (_, n) => JSON.stringify(comparedStyle(n, theme)))
      expect(new Set(looks).size).toBe(12)
    }
  })

  it('names each curve at its end, and leaves out what a logarithm cannot show', () => {
    const curves = [{ label: 'B', index: 1, x: Float64Array.of(0, 5), mean: Float64Array.of(1, 0) }]
    const option = compareFigure({ curves, xLabel: 'step', scale: 'log' }, lightTheme)
    expect(option.series).toMatchObject([
      {
        name: 'B',
        data: [
          [0, 1],
          [5, null],
        ],
        endLabel: { show: true, formatter: 'B' },
      },
    ])
  })

  it('names errors as what learned has them, and without a unit where that differs', () => {
    const words = [[undefined], ['xy'], [undefined, 'xy']] as const
    const axes = words.map((models) => {
      const theme = { ...lightTheme, words: wordsOfMany(lightTheme.words, models) }
      const lines = compareFigure({ curves: [], xLabel: 'step', scale: 'log' }, theme)
      return [lines, errorGroupsFigure([], theme)].map((one) => {
        const { yAxis, tooltip } = one as {
          yAxis: { name: string }
          tooltip: { valueFormatter(value: number): string }
        }
        return `${yAxis.name}: ${tooltip.valueFormatter(0.5)}`
      })
    })
    expect(axes).toEqual([
      ['error (V²): 0.500\u202fV²', 'final error (V²): 0.500\u202fV²'],
      ['cost, sum of (1 − cos)/2: 0.500', 'final cost, sum of (1 − cos)/2: 0.500'],
      ['error, or cost of spins: 0.500', 'final error, or cost of spins: 0.500'],
    ])
  })

  it('boxes a group from quartile to quartile', () => {
    expect(boxOf([5, 1, 2, 4, 3])).toEqual([1, 2, 3, 4, 5])
    expect(boxOf([1, 2])).toEqual([1, 1.25, 1.5, 1.75, 2])
    expect(boxOf([7])).toEqual([7, 7, 7, 7, 7])
  })

  it('shows every final error as a point of its group', () => {
    const values = [{ label: 'A', index: 0, error: 0.5 }]
    const { series } = errorGroupsFigure([{ name: 'p = 1', values }], lightTheme)
    expect(series).toMatchObject([{ type: 'custom' }, { type: 'scatter', data: [[0, 0.5]] }])
  })
})
