import { ProblemError } from '@contract'
import { solveNetwork, type Solution } from '../physics/circuit'
import { checkGraph, makeNetwork, type Network } from '../physics/network'
import type { NetworkFile } from './network-files'
import { asProblem } from './problem'

export { illConditioned } from '../physics'

/** A node and the voltage that it is held at. */
export interface Hold {
  node: string
  voltageV: number
}

/** A network of a file, solved: nodes and edges as there. */
export interface Solved {
  network: Network
  /** E values; 1 where the file gives none. */
  conductance: Float64Array
  held: readonly Hold[]
  free: Solution
  /** With the clamped nodes held too; null where none is. */
  clamped: Solution | null
}

const refuse = (message: string, tip: string) =>
  new ProblemError({ id: 'cannot-hold', severity: 'error', message, tip })

function heldBy(network: Network, holds: readonly Hold[]) {
  const names = holds.map(({ node }) => node)
  const nodes = Int32Array.from(names, (name) => {
    const node = network.names.indexOf(name)
    if (node >= 0) return node
    // Netlists know no case.
    const alike = network.names.filter((own) => own.toLowerCase() === name.toLowerCase())
    if (alike.length === 1) return network.names.indexOf(alike[0])
    const some = network.names.slice(0, 20).join(', ')
    const more = network.names.length > 20 ? ' ...' : ''
    throw refuse(`The network has no node ${name}.`, `Nodes: ${some}${more}`)
  })
  const twice = nodes.findIndex((node, i) => nodes.indexOf(node) !== i)
  if (twice >= 0)
    throw refuse(
      `Node ${network.names[nodes[twice]]} is held twice.`,
      'Hold or clamp a node once; V elements hold too.',
    )
  return { nodes, voltageV: Float64Array.from(holds, ({ voltageV }) => voltageV) }
}

/**
 * Node voltages with some nodes held, and again with others clamped besides.
 * @throws ProblemError that names the nodes: unknown, held twice, or without a defined voltage; or
 *   that says that the conductances are too uneven
 */
export function solveFile(
  file: NetworkFile,
  holds: readonly Hold[],
  clamps: readonly Hold[],
): Solved {
  return asProblem(() => {
    const network = makeNetwork({
      kind: 'given',
      nodes: file.nodes.map(({ name }) => name),
      edges: file.edges.map(({ a, b }) => [a, b] as const),
      conductances: file.edges.map(({ conductance }) => conductance ?? 1),
      places: [],
    })
    checkGraph(network)
    const conductance = network.conductance ?? new Float64Array(0)
    const held = [...file.held, ...holds]
    if (held.length === 0)
      throw refuse('No node is held at a voltage.', 'Hold at least one: --hold NODE=VOLT.')
    const free = solveNetwork(network, conductance, heldBy(network, held))
    const all = heldBy(network, [...held, ...clamps])
    const clamped = clamps.length > 0 ? solveNetwork(network, conductance, all) : null
    return { network, conductance, held, free, clamped }
  })
}
