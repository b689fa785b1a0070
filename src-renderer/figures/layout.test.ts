import { expect, test } from 'vitest'
import { edgeRange, edgeValues, formatQuantity } from './edgeScale'
import { layOut } from './layout'

const ring = (count: number) => ({
  nodes: Array.from({ length: count }, (_, i) => ({
    name: `n${i}`,
    x: (i * 0.37) % 1,
    y: (i * 0.73) % 1,
    role: 'hidden' as const,
  })),
  edges: Array.from({ length: count }, (_, i): [number, number] => [i, (i + 1) % count]),
})

test('every layout stays in the unit square, and is the same each time', () => {
  for (const layout of ['given', 'circle', 'spring'] as const) {
    const places = layOut(layout, ring(12))
    expect(places).toEqual(layOut(layout, ring(12)))
    for (const { x, y } of places) expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true)
  }
})

test('springs bring neighbours closer than strangers', () => {
  const places = layOut('spring', ring(12))
  const between = (i: number, j: number) =>
    Math.hypot(places[i].x - places[j].x, places[i].y - places[j].y)
  const near = ring(12).edges.map(([a, b]) => between(a, b))
  const far = Array.from({ length: 12 }, (_, i) => between(i, (i + 6) % 12))
  expect(Math.max(...near)).toBeLessThan(Math.min(...far))
})

test('current, power and contrast follow from the voltages of an edge', () => {
  const description = { ...descriptionOf(), conductanceUnit: 'S' as const }
  const state = {
    conductance: Float64Array.of(2, 2),
    edgeState: Uint8Array.of(0, 1),
    freeV: Float64Array.of(5, 2),
    clampedV: Float64Array.of(5, 4),
  }
  const of = (name: 'current' | 'power' | 'contrast') => [
    ...edgeValues(name, description, state, null),
  ]
  expect(of('current')).toEqual([6, 0])
  expect(of('power')).toEqual([18, 0])
  expect(of('contrast')).toEqual([8, 8])
  const updates = { counts: Float64Array.of(30, 0), steps: 60 }
  expect([...edgeValues('rate', description, state, updates)]).toEqual([0.5, 0])
  expect(formatQuantity('current', 0.006, 'S')).toBe('6.00\u202fmA')
  expect(formatQuantity('power', 0.5, 'a.u.')).toContain('a.u. V²')
})

test('a scale rests while its values fit, and has 0 in the middle for signed ones', () => {
  expect(edgeRange('power', Float64Array.of(0.1, 3.2), null)).toEqual([0, 4])
  expect(edgeRange('power', Float64Array.of(0.1, 2), [0, 4])).toEqual([0, 4])
  expect(edgeRange('power', Float64Array.of(0.1, 0.25), [0, 4])).toEqual([0, 0.25])
  expect(edgeRange('contrast', Float64Array.of(-3, 1), null)).toEqual([-3, 3])
})

function descriptionOf() {
  const [a, b] = ring(2).nodes
  return {
    run: 'r',
    nodes: [a, b],
    edges: [
      [0, 1],
      [0, 1],
    ] as [number, number][],
    initialConductance: Float64Array.of(1, 1),
    conductanceUnit: 'a.u.' as 'S' | 'a.u.',
    levelConductance: null,
    updateProbability: Float64Array.of(1, 1),
    trainExamples: 1,
    testExamples: 0,
    outputs: [],
    classes: [],
    capabilities: { rules: [], schedules: [], live: [], edgeActions: [], maxStepsPerSecond: null },
  }
}
