import { encodeBlock } from '../../link/block'
import { RandomStream, type Purpose } from '../../../physics/random'
import { CommandError } from '../errors'
import { MEMORY_BYTES } from '../memory'
import { MESSAGE_BYTES } from '../message'
import { BLOCK_BYTES } from '../params'
import { OPERATION_LEARNING } from '../state'
import { baudRates, limits, SERIAL_NUMBER } from '../limits'
import { doing, reading, type Command } from './command'

const capability =
  `"PROTOCOL=1 BACKEND=BENCH NODES=${limits.nodes} EDGES=${limits.edges} ROLES=${limits.roles}` +
  ` EXAMPLES=${limits.examples} CLASSES=${limits.classes} LEVELS=${limits.levels}` +
  ` MEMORY=${MEMORY_BYTES} MESSAGE=${MESSAGE_BYTES} BLOCK=${BLOCK_BYTES}` +
  ` TRANSMIT=${limits.transmitBytes} RULES=DISC,IDE SCHEDULES=SYNC,BERN,RATE DRAWS=EPOC,REPL` +
  ' LIVE=RULE:ETA,RULE:ALPH,RULE:LEV:STEP,SCH:TYPE,SCH:PROB,SCH:RATE:DATA,SCH:COMP,BATC:SIZE,' +
  'EDGE:STAT,TRIG:COUN"'

type Enable = 'operationEnable' | 'questionableEnable'
const enable = (header: string, key: Enable): Command => ({
  header,
  set: ({ state }, params) => {
    const value = params.u32(0, 32_767)
    params.end()
    state[key] = value
  },
  get: reading(({ state }) => String(state[key])),
})

/** SYSTem, STATus, DIAGnostic. */
export const system: Command[] = [
  { header: 'SYSTem:ERRor[:NEXT]', get: reading(({ state }) => state.errors.next()) },
  { header: 'SYSTem:ERRor:COUNt', get: reading(({ state }) => String(state.errors.count)) },
  { header: 'SYSTem:VERSion', get: reading(() => '1999.0') },
  { header: 'SYSTem:PROTocol', get: reading(() => '1') },
  { header: 'SYSTem:CAPability', get: reading(() => capability) },
  {
    header: 'SYSTem:HELP:HEADers',
    get: reading((desk) => {
      const text = desk.headers().map((header) => `${header}\n`)
      return encodeBlock('H', new TextEncoder().encode(text.join('')))
    }),
  },
  { header: 'SYSTem:CLOCk', get: reading((desk) => String(desk.clockUs())) },
  {
    header: 'SYSTem:SERial',
    set: ({ state }, params) => {
      const serial = params.string()
      params.end()
      if (!SERIAL_NUMBER.test(serial)) throw new CommandError(-151)
      state.settings.serial = serial
    },
    get: reading(({ state }) => `"${state.settings.serial}"`),
  },
  {
    header: 'SYSTem:COMMunicate:SERial:BAUD',
    set: ({ state }, params) => {
      const rate = params.u32(9600, 1_000_000)
      params.end()
      if (!baudRates.includes(rate)) throw new CommandError(-224)
      state.settings.baud = rate
    },
    get: reading(({ state }) => String(state.settings.baud)),
  },
  { header: 'SYSTem:COMMunicate:SERial:OVERrun', get: reading(() => '0') },
  {
    header: 'SYSTem:WATChdog',
    set: ({ state }, params) => {
      const seconds = params.u32(0, 3600)
      params.end()
      state.settings.watchdogS = seconds
    },
    get: reading(({ state }) => String(state.settings.watchdogS)),
  },
  {
    header: 'STATus:OPERation[:EVENt]',
    get: reading(({ state }) => {
      const found = String(state.operationEvent)
      state.operationEvent = 0
      return found
    }),
  },
  {
    header: 'STATus:OPERation:CONDition',
    get: reading(({ state }) => String(state.learning ? OPERATION_LEARNING : 0)),
  },
  enable('STATus:OPERation:ENABle', 'operationEnable'),
  { header: 'STATus:QUEStionable[:EVENt]', get: reading(() => '0') },
  { header: 'STATus:QUEStionable:CONDition', get: reading(() => '0') },
  enable('STATus:QUEStionable:ENABle', 'questionableEnable'),
  {
    header: 'STATus:PRESet',
    set: doing(({ state }) => {
      state.operationEnable = 0
      state.questionableEnable = 0
    }),
  },
  { header: 'DIAGnostic:MEMory', get: reading(({ state }) => `${state.freeBytes()},9.91E37`) },
  { header: 'DIAGnostic:RESet', get: reading(() => 'POWER') },
  {
    header: 'DIAGnostic:RANDom',
    get: (_, params) => {
      const seed = params.u32(0, 0xffffffff)
      const stream = params.u32(1, 2)
      const block = params.u32(0, 0xffffffff)
      const index = params.u32(0, 0xffffffff)
      params.end()
      const purpose: Purpose = stream === 1 ? 'schedule' : 'batch'
      return String(new RandomStream(seed, purpose).seek(block).word(index))
    },
  },
]
