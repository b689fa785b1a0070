import type { Network } from './network'
import { penn16 } from './penn16'
import { square, type SquareOptions } from './square'

export type NetworkSpec = { kind: 'penn16' } | ({ kind: 'square' } & SquareOptions)

type Generators = {
  [K in NetworkSpec['kind']]: (spec: Extract<NetworkSpec, { kind: K }>) => Network
}

/** One row per kind of network: a new generator is a file and a row here. */
const generators: Generators = { penn16, square }

export function makeNetwork(spec: NetworkSpec): Network {
  const generate = generators[spec.kind] as (spec: NetworkSpec) => Network
  return generate(spec)
}
