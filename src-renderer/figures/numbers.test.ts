import { describe, expect, it } from 'vitest'
import { confusionNumbers, outputNumbers } from './answerNumbers'
import { conductanceNumbers, edgeHistoryNumbers } from './edgeNumbers'
import { edgeHistoryFigure, edgeReadings, type EdgeHistoryInput } from './edgeHistory'
import { numbersCsv, numbersTable } from './numbers'
import { figureTheme } from './theme'
import { intervalNumbers, rasterNumbers, rasterSteps } from './timingNumbers'

const names = ['A–B', 'B–C', 'C–A']
const past: EdgeHistoryInput = {
  history: {
    step: Float64Array.of(0, 10, 20, 30),
    edges: Uint32Array.of(0, 1, 2),
    conductance: Float32Array.of(1, 2, 3, 1, 2, 4, 1, 2, 8, 1, 2, 16),
  },
  unit: 'S',
  scale: 'linear',
  chosen: 1,
  names,
}

describe('the numbers of a figure', () => {
  it('are written with every digit, and text that looks like a formula stays text', () => {
    const columns = [{ name: 'edge' }, { name: 'now', unit: 'S' }]
    const csv = numbersCsv({
      columns,
      rows: [
        ['=1+1', 0.1 + 0.2],
        ['a, "b"', 1e-12],
      ],
    })
    expect(csv).toBe('\ufeffedge,now (S)\r\n\'=1+1,0.30000000000000004\r\n"a, ""b""",1e-12\r\n')
  })

  it('are shortened to be read, and the table says what it leaves out', () => {
    const rows = Array.from({ length: 1200 }, (_, i) => [i, i / 7])
    const table = numbersTable({ columns: [{ name: 'step' }, { name: 'error', unit: 'V²' }], rows })
    expect(table.columns).toEqual(['step', 'error (V²)'])
    expect(table.rows[1]).toEqual(['1', '0.1429'])
    expect(table.note).toBe('1000 more rows are in the CSV file.')
  })

  it('are all edges with what they conduct, now, at step 0 and when pinned', () => {
    const now = Float64Array.of(1, 2, 3)
    const pinned = { values: Float64Array.of(4, 5, 6), label: 'step 9' }
    const { columns, rows } = conductanceNumbers(
      { now, initial: now, unit: 'S', levels: null, pinned },
      names,
    )
    expect(columns.map(({ name }) => name)).toContain('step 9')
    expect(rows[2]).toEqual([2, 'C–A', 3, 3, 6])
  })

  it('are those in view where the axis shows a stretch, in whatever it counts', () => {
    const { rows } = edgeHistoryNumbers({ ...past, range: [1, 2], place: (step) => step / 10 })
    expect(rows).toEqual([
      [10, 1, 2, 4],
      [20, 1, 2, 8],
    ])
    expect(edgeHistoryNumbers(past).rows).toHaveLength(4)
  })

  it('put the measured beside the expected', () => {
    const law = { label: 'geometric' as const, law: Float64Array.of(0, 0.5, 0.25, 0.25) }
    const { rows } = intervalNumbers({ counts: Uint32Array.of(0, 5, 3, 0), law })
    expect(rows).toEqual([
      [1, 5, 4],
      [2, 3, 2],
      [3, 0, 2],
    ])
  })

  it('count the updates of each edge in view, and write every step of it to the file', () => {
    const raster = { firstStep: 5, steps: 3, words: 1, masks: Uint32Array.of(1, 3, 2) }
    const input = { raster, edges: 3, window: 2 }
    expect(rasterNumbers(input, null, names).rows).toEqual([
      [0, 'A–B', 1, 2],
      [1, 'B–C', 2, 2],
      [2, 'C–A', 0, 2],
    ])
    expect(rasterSteps(input, names).rows).toEqual([
      [6, 1, 1, 0],
      [7, 0, 1, 0],
    ])
  })

  it('name the classes and outputs that they belong to', () => {
    const counts = Uint32Array.of(3, 1, 0, 4)
    const { rows } = confusionNumbers({ counts, classes: ['a', 'b'], set: 'flowers' })
    expect(rows[1]).toEqual(['a', 'b', 1])
    const volts = Float64Array.of(1, 2, 3, 4)
    const outputs = outputNumbers({ outputs: volts, targets: volts, names: ['O', 'P'] })
    expect(outputs.rows[3]).toEqual([2, 'P', 4, 4])
  })
})

describe('every edge over time', () => {
  it('shows the stretch that all charts over time show', () => {
    const figure = edgeHistoryFigure(
      { ...past, range: [5, 25], xLabel: 'run time' },
      figureTheme(false),
    )
    expect(figure.xAxis).toMatchObject({ min: 5, max: 25, name: 'run time (h:min:s) · B–C marked' })
  })

  it('tells at the crosshair the chosen edge and the extremes', () => {
    expect(edgeReadings(past, 21).map(({ label, text }) => `${label}: ${text}`)).toEqual([
      expect.stringMatching(/^chosen B–C: 2/),
      expect.stringMatching(/^highest C–A: 8/),
      expect.stringMatching(/^middle B–C: 2/),
      expect.stringMatching(/^lowest A–B: 1/),
    ])
  })
})
