import { doing, reading, type Command } from './command'

/** TRIGger, INITiate, ABORt, RUN, OUTPut. */
export const run: Command[] = [
  {
    header: 'TRIGger:COUNt',
    set: ({ state }, params) => {
      const count = params.optionalWord('INFinity') ? null : params.u32(1, 0xfffffffe)
      params.end()
      state.config.count = count
    },
    get: reading(({ state }) => String(state.config.count ?? '9.9E37')),
  },
  { header: 'INITiate[:IMMediate]', set: doing((desk) => desk.initiate()) },
  { header: 'ABORt', set: doing(({ state }) => state.abort()) },
  { header: 'RUN:STATe', get: reading(({ state }) => (state.learning ? 'LEARN' : 'IDLE')) },
  { header: 'RUN:STEP', get: reading(({ state }) => String(state.learner?.step ?? 0)) },
  { header: 'RUN:EPOCh', get: reading(({ state }) => String(state.learner?.batch.epoch ?? 0)) },
  { header: 'RUN:RESet', idle: true, set: doing(({ state }) => state.anew()) },
  {
    header: 'OUTPut[:STATe]',
    set: ({ state }, params) => {
      const on = params.bool()
      params.end()
      state.setOutput(on)
    },
    get: reading(({ state }) => (state.output ? '1' : '0')),
  },
]
