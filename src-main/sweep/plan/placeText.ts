import { axisName, axisValues, type SweepPlan } from '@contract'

/** A cell of a plan in words: its value on every axis. */
export const placeText = ({ axes }: Pick<SweepPlan, 'axes'>, cell: readonly number[]): string =>
  axes
    .map((axis, i) => {
      const { label } = axisValues(axis)[cell[i]]
      return axis.kind === 'cases' ? label : `${axisName(axis)} = ${label}`
    })
    .join(', ')
