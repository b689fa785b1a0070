import { CommandError } from '../errors'
import { limits } from '../limits'
import { reading, type Command } from './command'
import { arrayAnswer } from './network'

const KINDS = 'TARGets|CLASses'

/** +-1000 V: float32 stays far from its ends in every square. */
function checkVoltages(values: Float64Array): void {
  if (values.some((volts) => !(volts >= -1000 && volts <= 1000))) throw new CommandError(-222)
}

/** TASK. */
export const task: Command[] = [
  {
    header: 'TASK:DEFine',
    idle: true,
    set: ({ state }, params) => {
      const kind = params.word(KINDS)
      const train = params.u32(1, limits.examples)
      const test = params.u32(0, limits.examples - train)
      const classes = kind === 'CLAS' ? params.u32(2, limits.classes) : 0
      params.end()
      state.setTask(train, test, classes)
    },
    get: reading(({ state: { learner } }) => {
      if (learner === null) return 'NONE'
      const { train, test, classes } = learner.examples
      return classes > 0 ? `CLAS,${train},${test},${classes}` : `TARG,${train},${test}`
    }),
  },
  {
    header: 'TASK:INPut:DATA',
    idle: true,
    set: ({ state }, params) => {
      const input = state.learner?.examples.input ?? new Float32Array(0)
      const { first, values } = params.piece('F', input.length)
      checkVoltages(values)
      input.set(values, first)
    },
    get: ({ state }, params) => arrayAnswer(params, 'F', state.learner?.examples.input ?? []),
  },
  {
    header: 'TASK:TARGet:DATA',
    idle: true,
    set: ({ state }, params) => {
      const target = state.learner?.examples.target ?? new Float32Array(0)
      if ((state.learner?.examples.classes ?? 0) > 0) throw new CommandError(-221)
      const { first, values } = params.piece('F', target.length)
      checkVoltages(values)
      target.set(values, first)
    },
    get: ({ state }, params) => arrayAnswer(params, 'F', state.learner?.examples.target ?? []),
  },
  {
    header: 'TASK:LABel:DATA',
    idle: true,
    set: ({ state }, params) => {
      const label = state.learner?.examples.label ?? new Uint8Array(0)
      const { first, values } = params.piece('B', label.length)
      const classes = state.learner?.examples.classes ?? 0
      if (values.some((c) => c >= classes)) throw new CommandError(-222)
      label.set(values, first)
    },
    get: ({ state }, params) => arrayAnswer(params, 'B', state.learner?.examples.label ?? []),
  },
]
