import { PhysicsError } from '../error'
import { Draws } from '../random'
import { EdgeList } from './edgeList'
import type { Network } from './network'

/** Bonds beyond the nearest neighbours of a lattice. */
export interface SkipOptions {
  /** Rows plus columns that a skip bond spans. */
  length: number
  count: number
}

/**
 * Adds skip bonds between nodes drawn from the seed, uniformly among the pairs of that length that
 * are not joined. Open and periodic lattices alike: the length is measured without going round.
 * @throws PhysicsError where there are not so many such pairs
 */
export function withSkips(
  network: Network,
  columns: number,
  { length, count }: SkipOptions,
  seed: number,
): Network {
  const n = network.names.length
  const edges = new EdgeList(n)
  for (let e = 0; e < network.a.length; e++) edges.add(network.a[e], network.b[e])
  const apart = (i: number, j: number): number =>
    Math.abs(Math.floor(i / columns) - Math.floor(j / columns)) +
    Math.abs((i % columns) - (j % columns))
  const pairs: [number, number][] = []
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      if (apart(i, j) === length && !edges.has(i, j)) pairs.push([i, j])
  if (count > pairs.length)
    throw new PhysicsError(
      'too-many-skips',
      `${count} skip bonds of length ${length} were asked for, and there are ${pairs.length} such pairs.`,
      `Allowed: up to ${pairs.length}, or another length.`,
      'network.skips',
    )
  const order = Int32Array.from(pairs, (_, i) => i)
  new Draws(seed, 'skips').shuffle(order, count)
  for (const chosen of order.subarray(0, count)) edges.add(...pairs[chosen])
  return { ...network, ...edges.columns() }
}
