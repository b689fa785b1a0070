import { figureTheme, intervalsFigure } from '@figures'
import { describe, expect, it } from 'vitest'
import { fitted } from './fit'

const figure = intervalsFigure(
  {
    counts: Uint32Array.of(0, 8, 4, 2, 1, 1, 0, 0),
    law: { label: 'geometric', law: new Float64Array(8) },
  },
  figureTheme(false),
)

describe('a figure in a narrow panel', () => {
  it('gives the name of the vertical axis up for the legend', () => {
    expect(fitted(figure, 240).yAxis).toMatchObject({ name: '' })
    expect(fitted(figure, 240).xAxis).toMatchObject({ name: 'steps between updates' })
  })

  it('is as it was where there is room', () => {
    expect(fitted(figure, 340)).toBe(figure)
  })
})
