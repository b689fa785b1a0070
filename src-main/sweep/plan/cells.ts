import {
  axisName,
  axisValues,
  MOST_SWEEP_RUNS,
  ProblemError,
  runCount,
  setFields,
  type AxisValue,
  type FieldChange,
  type RunConfig,
  type SweepAxis,
  type SweepPlan,
} from '@contract'

/** Configurations that are held at once: another one takes a third of a millisecond. */
const MOST_HELD = 4096
/** Settings that no axis can vary, and why. */
const notVaried: ReadonlyMap<string, string> = new Map([
  ['seed', 'Say how many seeds with seeds.count: every cell gets the same ones.'],
  ['format', 'It has no part in the result.'],
  ['name', 'It has no part in the result.'],
  ['pace.stepsPerSecond', 'It has no part in the result.'],
])

const refuse = (id: string, message: string, where: string, tip: string): ProblemError =>
  new ProblemError({ id, severity: 'error', message, where, kept: 'Nothing was run.', tip })

function checkPath(path: string, where: string): void {
  const why = path.startsWith('recording.') ? 'It has no part in the result.' : notVaried.get(path)
  if (why !== undefined) throw refuse('axis-not-varied', `'${path}' cannot be an axis.`, where, why)
}

function valuesOf(axis: SweepAxis, where: string): AxisValue[] {
  if (axis.kind === 'range' && axis.spacing === 'logarithmic' && !(axis.from > 0 && axis.to > 0))
    throw refuse(
      'axis-not-positive',
      'A logarithmic range needs both ends above 0.',
      where,
      'Choose other ends, or the spacing linear.',
    )
  const values = axisValues(axis)
  const seen = new Set<string>()
  for (const { label, set } of values) {
    for (const path of Object.keys(set)) checkPath(path, where)
    const key = axis.kind === 'cases' ? label : JSON.stringify(set)
    if (seen.has(key))
      throw refuse(
        'axis-value-twice',
        `The value ${label} is there twice.`,
        where,
        'Once is enough; --seeds or seeds.count repeats it.',
      )
    seen.add(key)
  }
  return values
}

/** The configurations of a plan's cells, made when they are asked for. */
export class Cells {
  readonly lengths: readonly number[]
  readonly count: number
  readonly values: readonly (readonly AxisValue[])[]
  private readonly places: readonly string[]
  private readonly held = new Map<number, RunConfig>()

  /** @throws ProblemError that names the axis */
  constructor(private readonly plan: SweepPlan) {
    const runs = runCount(plan)
    if (runs > MOST_SWEEP_RUNS)
      throw refuse(
        'sweep-too-large',
        `The plan has ${runs} runs; ${MOST_SWEEP_RUNS} is the most.`,
        'axes',
        'Take fewer values or seeds, or make two plans.',
      )
    this.places = plan.axes.map((axis, i) => `axes.${i} (${axisName(axis)})`)
    this.values = plan.axes.map((axis, i) => valuesOf(axis, this.places[i]))
    this.lengths = this.values.map(({ length }) => length)
    this.count = this.lengths.reduce((product, length) => product * length, 1)
  }

  /** Number of the value on each axis; the first axis is the slowest. */
  placeOf(cell: number): number[] {
    const place: number[] = []
    let rest = cell
    for (let i = this.lengths.length - 1; i >= 0; i--) {
      place.unshift(rest % this.lengths[i])
      rest = Math.floor(rest / this.lengths[i])
    }
    return place
  }

  /** @throws ProblemError that names the axis whose value does not fit */
  config(cell: number): RunConfig {
    const held = this.held.get(cell)
    if (held !== undefined) return held
    const place = this.placeOf(cell)
    const changes: FieldChange[] = this.values.flatMap((values, axis) => {
      const { label, set } = values[place[axis]]
      const where = `${this.places[axis]}: ${label}`.slice(0, 500)
      return Object.entries(set).map(([path, value]) => ({ path, where, value: () => value }))
    })
    const config = setFields(this.plan.base, changes, 'base')
    if (this.held.size < MOST_HELD) this.held.set(cell, config)
    return config
  }
}
