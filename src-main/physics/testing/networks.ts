import fc from 'fast-check'
import { makeNetwork, type Network, type Roles } from '../network'

export interface Circuit {
  network: Network
  roles: Roles
  conductance: Float64Array
  inputs: Float64Array
  targets: Float64Array
}

/** The laboratory network with two sources, a ground and two targets. */
export function lab(): { network: Network; roles: Roles } {
  const network = makeNetwork({ kind: 'penn16' })
  const nodes = (names: string) => Int32Array.from(names, (name) => network.names.indexOf(name))
  return { network, roles: { sources: nodes('AD'), grounds: nodes('I'), targets: nodes('CG') } }
}

function connected(n: number, parents: number[], extra: [number, number][]): Network {
  const ends = new Map<string, [number, number]>()
  const join = (a: number, b: number) => {
    if (a !== b) ends.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b])
  }
  for (let i = 1; i < n; i++) join(i, parents[i] % i)
  for (const [a, b] of extra) join(a % n, b % n)
  const edges = [...ends.values()]
  return {
    names: Array.from({ length: n }, (_, i) => `n${i}`),
    x: new Float64Array(n),
    y: new Float64Array(n),
    a: Int32Array.from(edges, ([a]) => a),
    b: Int32Array.from(edges, ([, b]) => b),
  }
}

/** Connected random circuits: 6 to 16 nodes, conductances over four decades, 1 to 3 outputs. */
export const circuits: fc.Arbitrary<Circuit> = fc
  .record({
    n: fc.integer({ min: 6, max: 16 }),
    parents: fc.array(fc.nat(1000), { minLength: 16, maxLength: 16 }),
    extra: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 6, maxLength: 40 }),
    sources: fc.integer({ min: 1, max: 2 }),
    outputs: fc.integer({ min: 1, max: 3 }),
    decades: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: 56,
      maxLength: 56,
    }),
    volts: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ n, parents, extra, sources, outputs, decades, volts }) => {
    const network = connected(n, parents, extra)
    const nodes = Int32Array.from({ length: n }, (_, i) => i)
    return {
      network,
      roles: {
        sources: nodes.slice(0, sources),
        grounds: nodes.slice(sources, sources + 1),
        targets: nodes.slice(n - outputs),
      },
      conductance: Float64Array.from(network.a, (_, e) => 10 ** decades[e]),
      inputs: Float64Array.from(volts.slice(0, sources)),
      targets: Float64Array.from(volts.slice(2, 2 + outputs)),
    }
  })
