import { exponential } from '../../physics/numeric'
import { assignRoles, makeNetwork, type NetworkSpec } from '../../physics/network'
import { Draws } from '../../physics/random'

/** One of every generator; sizes and borders vary with the round. */
const specs: readonly ((round: number) => NetworkSpec)[] = [
  () => ({ kind: 'penn16' }),
  (r) => ({ kind: 'square', rows: 3 + (r % 5), columns: 3 + (r % 4), periodic: r % 2 === 1 }),
  (r) => ({ kind: 'triangular', rows: 3 + (r % 4), columns: 3 + (r % 5), periodic: r % 2 === 1 }),
  (r) => ({
    ...{ kind: 'square', rows: 5, columns: 4 + (r % 3), periodic: r % 2 === 1 },
    skips: { length: 3, count: 1 + (r % 6) },
  }),
  (r) => ({ kind: 'geometric', nodes: 12 + r, radius: 0.45 }),
  (r) => ({ kind: 'erdos-renyi', nodes: 10 + r, degree: 5 }),
  (r) => ({ kind: 'small-world', nodes: 10 + r, neighbours: 4, rewiring: 0.3 }),
  (r) => ({ kind: 'layered', layers: [4, 3 + (r % 5), 4, 3] }),
  (r) => ({ kind: 'complete', nodes: 5 + (r % 10) }),
  (r) => ({
    ...{ kind: 'stacked', rows: 4, columns: 4, shared: false, within: r % 2 === 1, readout: 2 },
    layers: [{ channels: 1 + (r % 2), window: 2, stride: 1 + (r % 2) }],
  }),
  (r) => ({ kind: 'planar', nodes: 20 + r, degree: 3.5 + (r % 3) / 2 }),
]

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
