import { PhysicsError } from '../error'
import { Draws } from '../random'
import { components } from './components'
import type { Network } from './network'

/** Whether every node reaches every other one. O(N + E). */
export function isConnected(network: Network): boolean {
  const nothing = new Uint8Array(network.names.length)
  const part = components(network, nothing, new Uint8Array(network.a.length))
  return part.every((number) => number === 0)
}

/**
 * The first connected network out of at most 200 draws: the law of the draw given that it is
 * connected. Every draw has its own block of random numbers.
 * @throws PhysicsError when none was connected.
 */
export function drawConnected(
  kind: string,
  tip: string,
  seed: number,
  draw: (draws: Draws) => Network,
): Network {
  const draws = new Draws(seed, 'network')
  for (let attempt = 0; attempt < 200; attempt++) {
    const network = draw(draws.seek(attempt))
    if (isConnected(network)) return network
  }
  throw new PhysicsError(
    'network-not-connected',
    `None of 200 ${kind} networks drawn was connected.`,
    tip,
    'network',
  )
}
