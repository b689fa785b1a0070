import { complete, type CompleteOptions } from './complete'
import { erdosRenyi, type ErdosRenyiOptions } from './erdosRenyi'
import { geometric, type GeometricOptions } from './geometric'
import { given, type GivenOptions } from './given'
import type { LatticeOptions } from './lattice'
import { layered, type LayeredOptions } from './layered'
import type { Network } from './network'
import { penn16 } from './penn16'
import { planar, type PlanarOptions } from './planar'
import { smallWorld, type SmallWorldOptions } from './smallWorld'
import { withSkips, type SkipOptions } from './skips'
import { square } from './square'
import { stacked, type StackedOptions } from './stacked'
import { triangular } from './triangular'

export type NetworkSpec =
  | { kind: 'penn16' }
  | ({ kind: 'square'; skips?: SkipOptions | undefined } & LatticeOptions)
  | ({ kind: 'triangular'; skips?: SkipOptions | undefined } & LatticeOptions)
  | ({ kind: 'complete' } & CompleteOptions)
  | ({ kind: 'stacked' } & StackedOptions)
  | ({ kind: 'geometric' } & GeometricOptions)
  | ({ kind: 'erdos-renyi' } & ErdosRenyiOptions)
  | ({ kind: 'small-world' } & SmallWorldOptions)
  | ({ kind: 'layered' } & LayeredOptions)
  | ({ kind: 'planar' } & PlanarOptions)
  | ({ kind: 'given' } & GivenOptions)

type Generators = {
  [K in NetworkSpec['kind']]: (spec: Extract<NetworkSpec, { kind: K }>, seed: number) => Network
}

/** One row per kind of network: a new generator is a file and a row here. */
const generators: Generators = {
  penn16,
  square,
  triangular,
  geometric,
  'erdos-renyi': erdosRenyi,
  'small-world': smallWorld,
  layered,
  complete,
  stacked,
  planar,
  given,
}

/** @param seed of the random ones; 1, as in a configuration, where nothing is said. */
export function makeNetwork(spec: NetworkSpec, seed = 1): Network {
  const generate = generators[spec.kind] as (spec: NetworkSpec, seed: number) => Network
  const network = generate(spec, seed)
  const skips = 'skips' in spec ? spec.skips : undefined
  return skips === undefined || !('columns' in spec)
    ? network
    : withSkips(network, spec.columns, skips, seed)
}
