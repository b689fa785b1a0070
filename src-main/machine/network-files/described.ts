import type { MachineDescription } from '@contract'
import type { NetworkFile } from './networkFile'

/** The network that a machine was given, with the conductances that it began with. */
export function describedNetwork(
  title: string,
  { nodes, edges, initialConductance }: MachineDescription,
): NetworkFile {
  return {
    title,
    nodes: nodes.map(({ name, x, y }) => ({ name, place: [x, y] })),
    edges: edges.map(([a, b], e) => ({
      a: nodes[a].name,
      b: nodes[b].name,
      conductance: initialConductance[e],
      line: 0,
    })),
    held: [],
  }
}
