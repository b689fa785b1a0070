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

/** With so many nodes without an edge expected, one draw in e^20 is connected: none is tried. */
const MOST_ISOLATED = 20

/**
 * The first connected network out of at most 200 draws: the law of the draw given that it is
 * connected. Every draw has its own block of random numbers.
 * @param isolated expected number of nodes without an edge
 * @throws PhysicsError when none was connected, or none can be hoped for.
 */
export function drawConnected(
  kind: string,
  tip: string,
  seed: number,
  isolated: number,
  draw: (draws: Draws) => Network,
): Network {
  if (isolated > MOST_ISOLATED)
    throw new PhysicsError(
      'network-not-connected',
      `Such a ${kind} network has ${Math.floor(isolated)} nodes without an edge on average.`,
      tip,
      'network',
    )
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
