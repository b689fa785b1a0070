import { sweepPlanSchema, type SweepRow } from '@contract'
import { expect, test } from 'vitest'
import { SimulatedMachine } from '../../machine/simulated'
import { Sweep } from '../plan/sweep'
import { discreteArms, discretePlan } from './discreteArms'
import { drawCuts } from './cuts'
import { matches, type Noise } from './matching'
import { penn16Edges, PENN16_NODES } from './penn16'
import { bestWithin, Runs } from './rows'
import { between, crossing } from './speed'
import { inlineLab } from './testing/lab'
import { updateCovariance } from './updateCovariance'
import { list, say } from './words'

test('the edges of penn16 are numbered as in the engine', async () => {
  const config = new Sweep(discretePlan(128, discreteArms(128, [1]), { first: 1, count: 1 })).run(0)
  const { edges, nodes } = await new SimulatedMachine().configure('x', config.config)
  expect(nodes).toHaveLength(PENN16_NODES)
  expect(edges).toEqual(penn16Edges)
})

test('cuts leave a network in one piece, and a tree has none to give', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const cut = drawCuts(PENN16_NODES, penn16Edges, [], 8, seed)
    expect(new Set(cut).size).toBe(8)
    // Eight edges join nine nodes: a tree.
    expect(
      drawCuts(
        PENN16_NODES,
        penn16Edges.filter((_, e) => !cut.includes(e)),
        [],
        1,
        1,
      ),
    ).toEqual([])
  }
  const [one, two] = [1, 2].map((seed) => drawCuts(PENN16_NODES, penn16Edges, [0, 3], 4, seed))
  expect(one).not.toEqual(two)
  // A path whose middle is held falls apart around it.
  expect(
    drawCuts(
      3,
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      [1],
      1,
      1,
    ),
  ).toEqual([expect.toSatisfy((e: number) => e !== 2)])
})

test('the finer grid has the same ends and start, and steps p times as large', async () => {
  const arms = discreteArms(128, [1, 0.5, 0.25, 0.1]).filter(({ part }) => part !== 'anew')
  const sweep = new Sweep(discretePlan(128, arms, { first: 1, count: 1 }))
  for (let cell = 0; cell < arms.length; cell++) {
    const { config, measure } = sweep.run(cell)
    const { initialConductance, levelConductance } = await new SimulatedMachine().configure(
      'x',
      config,
    )
    const ohm = Array.from(levelConductance ?? [], (k) => 1 / k).sort((a, b) => a - b)
    expect(ohm[0]).toBeCloseTo(781.25, 6)
    expect(ohm[ohm.length - 1]).toBeCloseTo(100_000, 6)
    expect(1 / initialConductance[0]).toBeCloseTo(50_000, 6)
    const share = arms[cell].part === 'finer' ? arms[cell].p : 1
    expect(ohm[1] - ohm[0]).toBeCloseTo(781.25 * share, 6)
    expect(measure.stop).toEqual({ kind: 'steps', steps: Math.round(600 / arms[cell].p) })
  }
})

test('runs are paired by their seed, and one that failed takes its pair along', async () => {
  const plan = sweepPlanSchema.parse({
    base: discretePlan(8, discreteArms(8, [1]), { first: 1, count: 1 }).base,
    axes: [{ kind: 'list', path: 'rule.levels', values: [8, 16] }],
    seeds: { first: 5, count: 3 },
    stop: { kind: 'steps', steps: 20 },
    marks: { steps: [7] },
  })
  const rows: SweepRow[] = await inlineLab.runs(plan)
  const whole = new Runs(plan, rows, 2)
  expect(whole.arms.map((of) => of.map(({ seed }) => seed))).toEqual([
    [5, 6, 7],
    [5, 6, 7],
  ])
  const { result } = whole.arms[0][0]
  expect(bestWithin(result, 'step', 7)).toBe(
    result.curve.bestTrainError[result.curve.step.indexOf(7)],
  )
  expect(bestWithin(result, 'updates', Infinity)).toBe(result.bestTrainError)
  const { run, index, cell, seed } = whole.arms[1][1]
  const problem = { id: 'x', severity: 'error', message: 'x' } as const
  const lost = rows.map((row) =>
    row.index === index ? { state: 'failed' as const, run, index, cell, seed, problem } : row,
  )
  const rest = new Runs(plan, lost, 2)
  expect(rest.lost).toBe(1)
  expect(rest.arms.map((of) => of.map((row) => row.seed))).toEqual([
    [5, 7],
    [5, 7],
  ])
})

test('the covariance of one update is that of all masks and batches gone through', () => {
  const changes = [
    [1, -2],
    [3, 0.5],
    [-1, 4],
  ].map((row) => Float64Array.from(row))
  const p = 0.3
  for (const replacement of [false, true]) {
    const pairs = [0, 1, 2].flatMap((m) =>
      [0, 1, 2].filter((n) => replacement || n !== m).map((n) => [m, n]),
    )
    const moments = [0, 0, 0, 0, 0]
    for (const [m, n] of pairs)
      for (const [x, y] of [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]) {
        const weight = ((x ? p : 1 - p) * (y ? p : 1 - p)) / pairs.length
        const [u, v] = [0, 1].map((e) => ((e === 0 ? x : y) * (changes[m][e] + changes[n][e])) / 2)
        ;[u, v, u * u, u * v, v * v].forEach((value, i) => (moments[i] += weight * value))
      }
    const [u, v, uu, uv, vv] = moments
    const found = updateCovariance(changes, p, 2, replacement)
    expect(found[0]).toBeCloseTo(uu - u * u, 12)
    expect(found[1]).toBeCloseTo(uv - u * v, 12)
    expect(found[3]).toBeCloseTo(vv - v * v, 12)
  }
})

test('the matching batch lies between those with more and less displacement, or there is none', () => {
  const noise = (kind: Noise['kind'], value: number, moved: number, error: number): Noise => ({
    label: '',
    kind,
    value,
    error,
    errors: [],
    runs: [],
    trace: 0,
    displacement: [moved],
    displacements: [],
  })
  const batches = [noise('batch', 16, 1, 1), noise('batch', 4, 4, 1.21), noise('batch', 1, 16, 2)]
  const of = (moved: number) => matches([noise('mask', 0.5, moved, 1.1), ...batches], 0)[0]
  expect(of(2)).toMatchObject({ batch: expect.closeTo(8), errorRatio: expect.closeTo(1) })
  expect(of(0.5)).toMatchObject({ batch: null, why: 'moves less than even b = 16' })
  expect(of(20)).toMatchObject({ batch: null, why: 'moves more than even b = 1' })
  expect(of(-1).batch).toBeNull()
})

test('a crossing is found on logarithmic axes, and a place between two sizes', () => {
  const points = [
    { x: 10, y: 1 },
    { x: 100, y: 10 },
    { x: 1000, y: 1000 },
  ]
  expect(crossing(points, 5)).toBeCloseTo(50)
  expect(crossing(points, 100)).toBeCloseTo(Math.sqrt(1e5))
  expect(crossing(points, 0.5)).toBeNull()
  expect(crossing(points, 1000.5)).toBeNull()
  expect(between(points, 50)).toBeCloseTo(5)
})

test('numbers in sentences have three digits, lists an and', () => {
  expect([0.62345, 12.3456, -0.0015, 4e-7, 0, 123456].map(say)).toEqual([
    '0.623',
    '12.3',
    '−0.0015',
    '4.0×10⁻⁷',
    '0',
    '1.2×10⁵',
  ])
  expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
  expect(list(['a, x', 'b, y', 'c'])).toBe('a, x; b, y and c')
})
