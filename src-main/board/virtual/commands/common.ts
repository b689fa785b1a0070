import { crc32 } from '../../link/crc32'
import { RandomStream } from '../../../physics/random'
import type { Params } from '../params'
import { defaultSettings, events, type Settings } from '../state'
import { doing, reading, type Command } from './command'

const mask = (params: Params): number => {
  const value = params.u32(0, 255)
  params.end()
  return value
}

const place = (params: Params): void => {
  params.u32(0, 0)
  params.end()
}

/** What bit agreement rests on: known words, the check value, known roundings. */
function selfTest(): number {
  const word = new RandomStream(1, 'schedule').seek(1).word(0)
  const tenth = Math.fround(0.1)
  const rounded = Math.fround(tenth * tenth)
  return (
    (word === 0xfe71c115 ? 0 : 1) +
    (crc32(new TextEncoder().encode('123456789')) === 0xcbf43926 ? 0 : 2) +
    (rounded === 0.010000000707805157 ? 0 : 4)
  )
}

/** Maker, model, serial number, version: the answer to *IDN?. */
export const identityOf = ({ serial }: Settings): string =>
  `Desynclab,Board bench (virtual),${serial},1.0.0`

/** The common commands of IEEE 488.2. */
export const common: Command[] = [
  {
    header: '*CLS',
    set: doing(({ state }) => {
      state.errors.clear()
      state.event = 0
      state.operationEvent = 0
      state.completeWanted = false
    }),
  },
  {
    header: '*ESE',
    set: ({ state }, params) => {
      state.eventEnable = mask(params)
    },
    get: reading(({ state }) => String(state.eventEnable)),
  },
  {
    header: '*ESR',
    get: reading(({ state }) => {
      const found = String(state.event)
      state.event = 0
      return found
    }),
  },
  {
    header: '*IDN',
    get: reading(({ state }) => identityOf(state.settings)),
  },
  {
    header: '*OPC',
    set: doing(({ state }) => {
      if (state.learning) state.completeWanted = true
      else state.event |= events.complete
    }),
    get: ({ state }, params) => {
      params.end()
      if (!state.learning) return '1'
      state.completeAsked++
      return null
    },
  },
  {
    header: '*RCL',
    set: ({ state }, params) => {
      place(params)
      state.settings = { ...(state.kept ?? defaultSettings()) }
    },
  },
  { header: '*RST', set: doing(({ state }) => state.reset()) },
  {
    header: '*SAV',
    set: ({ state }, params) => {
      place(params)
      state.kept = { ...state.settings }
    },
  },
  {
    header: '*SRE',
    set: ({ state }, params) => {
      state.serviceEnable = mask(params)
    },
    get: reading(({ state }) => String(state.serviceEnable)),
  },
  { header: '*STB', get: reading(({ state }) => String(state.statusByte())) },
  { header: '*TST', get: reading(() => String(selfTest())) },
  { header: '*WAI', set: doing(() => undefined) },
]
