import { exponential } from '../../physics/numeric'
import { assignRoles, makeNetwork, type NetworkSpec } from '../../physics/network'
import { Draws } from '../../physics/random'

type Kind = Exclude<NetworkSpec['kind'], 'given'>

/** One of every generator, as the type asks; sizes and borders vary with the round. */
const ofKind: { [K in Kind]: (round: number) => Extract<NetworkSpec, { kind: K }> } = {
  penn16: () => ({ kind: 'penn16' }),
  square: (r) => {
    const lattice = { rows: 4 + (r % 5), columns: 3 + (r % 4), periodic: r % 2 === 1 }
    const skips = r % 3 === 2 ? { length: 3, count: 1 + (r % 5) } : undefined
    return { kind: 'square', ...lattice, skips }
  },
  triangular: (r) => ({
    kind: 'triangular',
    ...{ rows: 3 + (r % 4), columns: 3 + (r % 5), periodic: r % 2 === 1 },
  }),
  geometric: (r) => ({ kind: 'geometric', nodes: 12 + r, radius: 0.45 }),
  'erdos-renyi': (r) => ({ kind: 'erdos-renyi', nodes: 10 + r, degree: 5 }),
  'small-world': (r) => ({ kind: 'small-world', nodes: 10 + r, neighbours: 4, rewiring: 0.3 }),
  layered: (r) => ({ kind: 'layered', layers: [4, 3 + (r % 5), 4, 3] }),
  complete: (r) => ({ kind: 'complete', nodes: 5 + (r % 10) }),
  stacked: (r) => ({
    ...{ kind: 'stacked', rows: 4, columns: 4, shared: false, within: r % 2 === 1, readout: 2 },
    layers: [{ channels: 1 + (r % 2), window: 2, stride: 1 + (r % 2) }],
  }),
  planar: (r) => ({ kind: 'planar', nodes: 20 + r, degree: 3.5 + (r % 3) / 2 }),
}
const specs = Object.values(ofKind)

/** Circuit number `n`: two sources, a ground and two targets, conductances log-uniform. */
export function circuit(n: number, decades: number) {
  const network = makeNetwork(specs[n % specs.length](Math.floor(n / specs.length)), n)
  const roles = assignRoles(network, { kind: 'random' }, { inputs: 2, outputs: 2 }, n)
  const draws = new Draws(n, 'initial')
  const spread = 2.302585092994046 * decades
  const conductance = Float64Array.from(network.a, () =>
    exponential(spread * (draws.uniform() - 0.5)),
  )
  const inputs = Float64Array.of(draws.between(0.5, 5), draws.between(0.5, 5))
  const targets = Float64Array.of(draws.between(0.5, 5), draws.between(0.5, 5))
  const ends = Array.from(network.a, (a, e) => [a, network.b[e]] as const)
  return { network, roles, conductance, inputs, targets, ends }
}

/** The nodes held in the free state, with their voltages. */
export function heldIn({ roles, inputs }: ReturnType<typeof circuit>): Map<number, number> {
  const held = new Map(Array.from(roles.grounds, (node) => [node, 0]))
  roles.sources.forEach((node, s) => held.set(node, inputs[s]))
  return held
}
