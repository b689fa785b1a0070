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

  it('gives it up where a long legend would meet it, however wide the panel is', () => {
    const legend = { show: true, data: ['p = 0.25', 'p = 0.5', 'p = 1'].map((p) => `the ${p}`) }
    const [wide, crowded] = [600, 380].map((width) => fitted({ ...figure, legend }, width))
    expect(wide.yAxis).toBe(figure.yAxis)
    expect(crowded.yAxis).toMatchObject({ name: '' })
    expect(crowded.xAxis).toBe(figure.xAxis)
  })

  it('is as it was where there is room', () => {
    expect(fitted(figure, 340)).toBe(figure)
  })
})
