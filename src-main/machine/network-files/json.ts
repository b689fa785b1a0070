import { parseJson } from '@contract'
import { z } from 'zod'
import { Collector, conductanceOf } from './collect'
import { fileProblem, limits, type NetworkFile, type Reader } from './networkFile'

const name = z.union([z.string(), z.number()]).transform(String)
const nodeSchema = z.union([
  name.transform((text) => ({ name: text, place: null })),
  z
    .looseObject({
      name: name.optional(),
      id: name.optional(),
      x: z.number().optional(),
      y: z.number().optional(),
    })
    .transform(({ name, id, x, y }) => ({
      // Node-link files call it id.
      name: id ?? name ?? '',
      place: x === undefined || y === undefined ? null : ([x, y] as const),
    })),
])
const edgeSchema = z.union([
  z
    .tuple([name, name, z.number().nullish()])
    .transform(([a, b, conductance]) => ({ a, b, conductance: conductance ?? null })),
  z
    .looseObject({
      a: name.optional(),
      b: name.optional(),
      source: name.optional(),
      target: name.optional(),
      conductance: z.number().nullish(),
      /** What NetworkX calls it. */
      weight: z.number().nullish(),
      resistance: z.number().nullish(),
    })
    .transform(({ a, b, source, target, conductance, weight, resistance }) => ({
      a: a ?? source ?? '',
      b: b ?? target ?? '',
      conductance:
        conductance ??
        weight ??
        (typeof resistance === 'number' ? conductanceOf(resistance, 'resistance') : null),
    })),
])
const edges = z.array(edgeSchema).max(limits.edges)
const fileSchema = z.looseObject({
  title: z.string().optional(),
  nodes: z.array(nodeSchema).max(limits.nodes).default([]),
  edges: edges.optional(),
  /** Node-link files of D3 and older NetworkX. */
  links: edges.optional(),
})

interface Found {
  path: readonly PropertyKey[]
  message: string
}

/** Of forms that something could have it is the one that fits furthest: there lies the fault. */
function deepest(issue: z.core.$ZodIssue): Found {
  if (issue.code !== 'invalid_union') return issue
  const forms = issue.errors.flatMap((issues) => issues.slice(0, 1).map(deepest))
  const best = forms.reduce<Found>(
    (most, form) => (form.path.length > most.path.length ? form : most),
    { path: [], message: issue.message },
  )
  return { path: [...issue.path, ...best.path], message: best.message }
}

const allowed =
  'Needed: {"nodes": [{"name": "A", "x": 0.1, "y": 0.2}, ...], "edges": [{"a": "A", "b": "B", "conductance": 1}, ...]}; nodes, places and conductances may be left out, resistance or weight stands for conductance, and node-link files (id, source, target, links) are read too.'

function read(text: string, file: string): NetworkFile {
  let data: unknown
  try {
    data = parseJson(text)
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    throw fileProblem(file, 0, `This is not JSON: ${thrown.message}`, allowed)
  }
  refuseTooLong(data, file)
  const parsed = fileSchema.safeParse(data)
  if (!parsed.success) {
    const { path, message } = deepest(parsed.error.issues[0])
    throw fileProblem(`${file}, ${path.join('.') || 'the whole'}`, 0, message, allowed)
  }
  const { title, nodes, edges, links } = parsed.data
  const collector = new Collector(file)
  for (const { name, place } of nodes) {
    if (collector.has(name))
      throw collector.problem(0, `Two nodes are named ${name}.`, 'Give each its own name.')
    collector.node(name, 0, place)
  }
  const list = edges ?? links ?? []
  list.forEach(({ a, b, conductance }, e) => {
    const unknown = [a, b].find((end) => nodes.length > 0 && !collector.has(end))
    if (unknown !== undefined)
      throw collector.problem(
        0,
        `Edge ${e} (${a}-${b}) ends at '${unknown}', which is no node of the file.`,
        'Name it among the nodes, or correct the edge.',
      )
    collector.edge(a, b, conductance, 0)
  })
  return collector.finish(title ?? '')
}

/** Before the schema, which keeps a complaint for each value of a list that is too long anyway. */
function refuseTooLong(data: unknown, file: string): void {
  if (typeof data !== 'object' || data === null) return
  for (const [key, most] of Object.entries({
    nodes: limits.nodes,
    edges: limits.edges,
    links: limits.edges,
  })) {
    const list: unknown = Reflect.get(data, key)
    if (Array.isArray(list) && list.length > most)
      throw fileProblem(
        `${file}, ${key}`,
        0,
        `There are ${list.length} ${key}.`,
        `At most ${most}.`,
      )
  }
}

/** The product's own JSON, and node-link files. */
export const json: Reader = { name: 'JSON', endings: ['.json'], read }
