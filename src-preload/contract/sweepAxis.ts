import { listSettings, withoutNull } from './settings'
import type { SweepAxis, SweepPlan } from './sweep'

/** One place on an axis. */
export interface AxisValue {
  /** What a figure or a table writes. */
  label: string
  /** Where the value is a number: its place on a figure's axis; null otherwise. */
  number: number | null
  /** Fields of the configuration by path, in the order in which they are set. */
  set: Readonly<Record<string, unknown>>
}

/** What an axis is called: its field, or its own name. */
export const axisName = (axis: SweepAxis): string => (axis.kind === 'cases' ? axis.name : axis.path)

/** Equal on every computer whatever its logarithm does with the last bit. */
const sixDigits = (value: number): number => Number(value.toPrecision(6))

function rangeValues(axis: Extract<SweepAxis, { kind: 'range' }>): number[] {
  const { from, to, count, spacing } = axis
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return from
    if (i === count - 1) return to
    const part = i / (count - 1)
    return sixDigits(
      spacing === 'linear' ? from + (to - from) * part : from * Math.pow(to / from, part),
    )
  })
}

function valueOf(path: string, value: unknown): AxisValue {
  const label = typeof value === 'string' ? value : JSON.stringify(value)
  return { label, number: typeof value === 'number' ? value : null, set: { [path]: value } }
}

/** The field takes whole numbers only. */
const isWhole = (path: string): boolean =>
  listSettings().some((one) => one.path === path && withoutNull(one.shape).shape.type === 'integer')

/** The places on an axis, in its order. */
export function axisValues(axis: SweepAxis): AxisValue[] {
  switch (axis.kind) {
    case 'list':
      return axis.values.map((value) => valueOf(axis.path, value))
    case 'range': {
      const whole = isWhole(axis.path)
      return rangeValues(axis).map((one) => valueOf(axis.path, whole ? Math.round(one) : one))
    }
    case 'cases':
      return axis.cases.map(({ label, set }) => ({ label, number: null, set }))
  }
}

/** Values on each axis. */
export const axisLengths = (plan: Pick<SweepPlan, 'axes'>): number[] =>
  plan.axes.map((axis) =>
    axis.kind === 'list'
      ? axis.values.length
      : axis.kind === 'range'
        ? axis.count
        : axis.cases.length,
  )

/** Runs of a plan. */
export const runCount = (plan: Pick<SweepPlan, 'axes' | 'seeds'>): number =>
  axisLengths(plan).reduce((product, length) => product * length, plan.seeds.count)
