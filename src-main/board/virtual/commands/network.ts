import { isHeld, setLevel, type BoardRoles } from '../../float32'
import { encodeBlock } from '../../link/block'
import { packElements, type Element } from '../../link/elements'
import { CommandError } from '../errors'
import { limits } from '../limits'
import type { Params } from '../params'
import { textAndBlock, type Answer } from '../reply'
import { reading, type Command } from './command'

function checkEdges(ends: Uint8Array, nodes: number): void {
  const seen = new Set<number>()
  for (let e = 0; e < ends.length; e += 2) {
    const [low, high] = ends.slice(e, e + 2).sort()
    const key = low * 256 + high
    if (high >= nodes || low === high || seen.has(key)) throw new CommandError(-222)
    seen.add(key)
  }
}

const role = (header: string, key: keyof BoardRoles, least: number): Command => ({
  header,
  idle: true,
  set: ({ state }, params) => {
    const nodes = params.list(limits.roles, state.network?.nodes ?? 0)
    params.end()
    if (nodes.length < least) throw new CommandError(-109)
    const roles = { ...state.roles, [key]: nodes }
    const all = [...roles.sources, ...roles.grounds, ...roles.targets]
    if (new Set(all).size < all.length) throw new CommandError(-221)
    state.setRoles(roles)
  },
  get: reading(({ state }) => `(@${state.roles[key].join(',')})`),
})

/** A piece of an array as a block. */
export function arrayAnswer(params: Params, kind: Element, values: ArrayLike<number>): Answer {
  const { first, count } = params.range(values.length)
  const piece = Array.from(values).slice(first, first + count)
  return encodeBlock(kind, packElements(kind, piece))
}

const states = ['LEAR', 'CUT', 'FRE']

/** NETWork, ROUTe, EDGE. */
export const network: Command[] = [
  {
    header: 'NETWork:DEFine',
    idle: true,
    set: ({ state }, params) => {
      const nodes = params.u32(2, limits.nodes)
      const ends = params.block('N')
      params.end()
      if (ends.length % 2 !== 0) throw new CommandError(-161)
      if (ends.length < 2 || ends.length > 2 * limits.edges) throw new CommandError(-222)
      checkEdges(ends, nodes)
      state.setNetwork(nodes, ends)
    },
    get: reading(({ state: { network: found } }) => {
      const ends = found === null ? [] : [...found.a].flatMap((a, e) => [a, found.b[e]])
      return textAndBlock(`${found?.nodes ?? 0},`, 'N', Uint8Array.from(ends))
    }),
  },
  { header: 'NETWork:NODes', get: reading(({ state }) => String(state.network?.nodes ?? 0)) },
  { header: 'NETWork:EDGes', get: reading(({ state }) => String(state.edges)) },
  role('ROUTe:SOURce', 'sources', 1),
  role('ROUTe:GROund', 'grounds', 0),
  role('ROUTe:TARGet', 'targets', 1),
  {
    header: 'EDGE:LEVel:DATA',
    idle: true,
    set: ({ state }, params) => {
      const { first, values } = params.piece('W', state.edges)
      const { config } = state
      if (config.rule !== 'DISC') throw new CommandError(-221)
      if (values.some((n) => n < 1 || n > config.levelCount)) throw new CommandError(-222)
      const found = state.needNetwork()
      values.forEach((n, i) => setLevel(config, found, first + i, n))
    },
    get: ({ state }, params) => arrayAnswer(params, 'W', state.network?.level ?? []),
  },
  {
    header: 'EDGE:CONDuctance:DATA',
    idle: true,
    set: ({ state }, params) => {
      const { first, values } = params.piece('F', state.edges)
      if (state.config.rule !== 'IDE') throw new CommandError(-221)
      const [low, high] = [Math.fround(1e-12), Math.fround(1e12)]
      if (values.some((k) => !(k >= low && k <= high))) throw new CommandError(-222)
      state.needNetwork().conductance.set(values, first)
    },
    get: ({ state }, params) => arrayAnswer(params, 'F', state.network?.conductance ?? []),
  },
  {
    header: 'EDGE:STATe',
    set: ({ state }, params) => {
      const next = states.indexOf(params.word('LEARn|CUT|FREeze'))
      const edges = params.list(limits.edges, state.edges)
      params.end()
      const found = state.network
      if (found === null) return
      const before = found.state.slice()
      for (const e of edges) found.state[e] = next
      if (states[next] !== 'CUT' || state.roles.sources.length === 0) return
      if (isHeld(found, state.roles)) return
      found.state.set(before)
      throw new CommandError(-221)
    },
    get: ({ state }, params) => arrayAnswer(params, 'B', state.network?.state ?? []),
  },
]
