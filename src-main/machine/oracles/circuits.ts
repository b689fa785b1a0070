import { exponential } from '../../physics/numeric'
import { assignRoles, makeNetwork, type NetworkSpec } from '../../physics/network'
import { Draws } from '../../physics/random'

/** One of every generator; the sizes vary with the seed. */
const specs: readonly ((size: number) => NetworkSpec)[] = [
  () => ({ kind: 'penn16' }),
  (n) => ({ kind: 'square', rows: 3 + (n % 5), columns: 3 + (n % 4), periodic: n % 2 === 0 }),
  (n) => ({ kind: 'triangular', rows: 3 + (n % 4), columns: 3 + (n % 5), periodic: n % 2 === 1 }),
  (n) => ({ kind: 'geometric', nodes: 12 + (n % 20), radius: 0.45 }),
  (n) => ({ kind: 'erdos-renyi', nodes: 10 + (n % 20), degree: 5 }),
  (n) => ({ kind: 'small-world', nodes: 10 + (n % 25), neighbours: 4, rewiring: 0.3 }),
  (n) => ({ kind: 'layered', layers: [4, 3 + (n % 5), 4, 3] }),
  (n) => ({ kind: 'planar', nodes: 12 + (n % 28), degree: 3.5 + (n % 3) / 2 }),
]

/** Circuit number `n`: two sources, a ground and two targets, conductances log-uniform. */
export function circuit(n: number, decades: number) {
  const network = makeNetwork(specs[n % specs.length](n), n)
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
