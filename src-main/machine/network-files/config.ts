import { networkSchema, type NetworkConfig, type Roles } from '@contract'
import { fileProblem, type NetworkFile } from './networkFile'

/** Places of all nodes in the unit square, with the file's proportions; none if any has none. */
function placesOf(file: NetworkFile): [number, number][] {
  const places = file.nodes.flatMap(({ place }) => (place === null ? [] : [place]))
  if (places.length < file.nodes.length) return []
  const range = (axis: 0 | 1) => {
    let [low, high] = [Infinity, -Infinity]
    for (const place of places) {
      low = Math.min(low, place[axis])
      high = Math.max(high, place[axis])
    }
    return { low, width: high - low }
  }
  const [x, y] = [range(0), range(1)]
  const scale = Math.max(x.width, y.width) || 1
  const at = (value: number, { low, width }: { low: number; width: number }) =>
    Math.min(1, Math.max(0, 0.5 + (0.92 * (value - low - width / 2)) / scale))
  return places.map((place) => [at(place[0], x), at(place[1], y)])
}

/** The network as a part of a run's configuration, which then needs the file no more. */
export function networkConfig(file: NetworkFile, roles: Roles, name: string): NetworkConfig {
  const parsed = networkSchema.safeParse({
    kind: 'given',
    nodes: file.nodes.map((node) => node.name),
    edges: file.edges.map(({ a, b }) => [a, b]),
    conductances: file.edges.flatMap(({ conductance }) => conductance ?? []),
    places: placesOf(file),
    roles,
  })
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]
  throw fileProblem(name, 0, `${path.join('.')}: ${message}`, 'Correct the file.')
}
