import { limits } from '../limits'
import { floatText } from '../number'
import { reading, type Command } from './command'
import { arrayAnswer } from './network'
import { real, whole, word } from './plain'

const anew = { idle: true, anew: true }
const idle = { idle: true }
const draw = word('BATCh:DRAW', 'draw', 'EPOCh|REPLacement', idle)

/** RULE, SCHedule, BATCh, SEED. */
export const rule: Command[] = [
  word('RULE[:TYPE]', 'rule', 'DISCrete|IDEal', anew),
  real('RULE:ETA', 'eta', 1e-6, 2),
  real('RULE:ALPHa', 'alpha', 1e-9, 100),
  {
    header: 'RULE:LEVel:COUNt',
    idle: true,
    set: ({ state }, params) => {
      const count = params.u32(2, limits.levels)
      params.end()
      state.config.levelCount = count
      state.config.levelStart = Math.floor(count / 2)
      state.anew()
    },
    get: reading(({ state }) => String(state.config.levelCount)),
  },
  whole('RULE:LEVel:STEP', 'levelStep', 1, 256),
  {
    header: 'RULE:LEVel:STARt',
    idle: true,
    set: ({ state }, params) => {
      const level = params.u32(1, state.config.levelCount)
      params.end()
      state.config.levelStart = level
    },
    get: reading(({ state }) => String(state.config.levelStart)),
  },
  real('RULE:RESistance:MAXimum', 'resistanceMaximum', 1, 1e9, anew),
  real('RULE:RESistance:MINimum', 'resistanceMinimum', 0, 1e9, anew),
  real('RULE:CONDuctance:MINimum', 'conductanceMinimum', 1e-12, 1e12, idle),
  real('RULE:CONDuctance:MAXimum', 'conductanceMaximum', 1e-12, 1e12, idle),
  real('RULE:CONDuctance:STARt', 'conductanceStart', 1e-12, 1e12, idle),
  word('SCHedule[:TYPE]', 'schedule', 'SYNChronous|BERNoulli|RATE'),
  {
    header: 'SCHedule:PROBability',
    set: ({ state }, params) => {
      const { limit, value } = params.probability()
      params.end()
      state.config.limit = limit
      state.config.probability = value
    },
    get: reading(({ state }) => floatText(state.config.probability)),
  },
  {
    header: 'SCHedule:RATE:DATA',
    set: ({ state }, params) => {
      const { first, values } = params.piece('L', state.edges)
      state.needNetwork().limit.set(values, first)
    },
    get: ({ state }, params) => arrayAnswer(params, 'L', state.network?.limit ?? []),
  },
  {
    header: 'SCHedule:COMPensate',
    set: ({ state }, params) => {
      const on = params.bool()
      params.end()
      state.config.compensate = on
    },
    get: reading(({ state }) => (state.config.compensate ? '1' : '0')),
  },
  {
    header: 'BATCh:SIZE',
    set: ({ state }, params) => {
      const size = params.u32(1, state.learner?.examples.train ?? limits.examples)
      params.end()
      state.config.batchSize = size
    },
    get: reading(({ state }) => String(state.config.batchSize)),
  },
  {
    ...draw,
    set: (desk, params) => {
      draw.set?.(desk, params)
      if (desk.state.learner !== null) desk.state.learner.batch.seen = 0
    },
  },
  {
    header: 'SEED',
    idle: true,
    set: ({ state }, params) => {
      const seed = params.u32(0, 0xffffffff)
      params.end()
      state.config.seed = seed
    },
    get: reading(({ state }) => String(state.config.seed)),
  },
]
