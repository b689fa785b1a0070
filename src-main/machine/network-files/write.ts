import { ProblemError } from '@contract'
import type { NetworkFile } from './networkFile'

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const cell = (text: string): string =>
  /[",;\t#\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function csv({ edges }: NetworkFile): string {
  const valued = edges.some(({ conductance }) => conductance !== null)
  const rows = edges.map(({ a, b, conductance }) =>
    [cell(a), cell(b), ...(valued ? [conductance] : [])].join(','),
  )
  return [valued ? 'a,b,conductance' : 'a,b', ...rows, ''].join('\n')
}

function json({ title, nodes, edges }: NetworkFile): string {
  const written = {
    ...(title === '' ? {} : { title }),
    nodes: nodes.map(({ name, place }) =>
      place === null ? { name } : { name, x: place[0], y: place[1] },
    ),
    edges: edges.map(({ a, b, conductance }) =>
      conductance === null ? { a, b } : { a, b, conductance },
    ),
  }
  return `${JSON.stringify(written, null, 1)}\n`
}

function graphml({ nodes, edges }: NetworkFile): string {
  const key = (name: string, of: string) =>
    `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="double"/>`
  const datum = (name: string, value: number) => `<data key="${name}">${value}</data>`
  const node = ({ name, place }: NetworkFile['nodes'][number]) =>
    `    <node id="${escaped(name)}">${place === null ? '' : datum('x', place[0]) + datum('y', place[1])}</node>`
  const edge = ({ a, b, conductance }: NetworkFile['edges'][number]) =>
    `    <edge source="${escaped(a)}" target="${escaped(b)}">${conductance === null ? '' : datum('conductance', conductance)}</edge>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    key('x', 'node'),
    key('y', 'node'),
    key('conductance', 'edge'),
    '  <graph edgedefault="undirected">',
    ...nodes.map(node),
    ...edges.map(edge),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

/** Node names as they are: whoever reads them keeps them apart only without regard to case. */
function spice({ title, nodes, edges, held }: NetworkFile): string {
  const lower = new Set(nodes.map(({ name }) => name.toLowerCase().replace(/^gnd$/, '0')))
  const odd = nodes.find(({ name }) => !/^[^\s;$=(),+*]+$/.test(name))
  if (odd !== undefined || lower.size < nodes.length)
    throw new ProblemError({
      id: 'network-file',
      severity: 'error',
      message:
        odd === undefined
          ? 'Two nodes have names that differ only in case, or are called 0 and gnd.'
          : `The node name '${odd.name}' cannot stand in a netlist.`,
      tip: 'Write another format, or rename the nodes: SPICE takes no blanks, knows no case, and calls 0 gnd.',
    })
  return [
    `* ${title.replace(/\s+/g, ' ') || 'network'}`,
    ...edges.map(({ a, b, conductance }, e) => `R${e + 1} ${a} ${b} ${1 / (conductance ?? 1)}`),
    ...held
      .filter(({ node }) => node !== '0')
      .map(({ node, voltageV }, i) => `V${i + 1} ${node} 0 DC ${voltageV}`),
    '.end',
    '',
  ].join('\n')
}

const writers: readonly { endings: readonly string[]; write(file: NetworkFile): string }[] = [
  { endings: ['.csv'], write: csv },
  { endings: ['.json'], write: json },
  { endings: ['.graphml', '.xml'], write: graphml },
  { endings: ['.cir', '.net', '.sp', '.spice', '.ckt'], write: spice },
]

/**
 * The text of a network file; the ending of its name says the format.
 * @throws ProblemError for another ending, or names that the format cannot hold
 */
export function writeNetwork(network: NetworkFile, file: string): string {
  const lower = file.toLowerCase()
  const writer = writers.find(({ endings }) => endings.some((end) => lower.endsWith(end)))
  if (writer !== undefined) return writer.write(network)
  throw new ProblemError({
    id: 'network-file',
    severity: 'error',
    message: 'The name says no format that a network can be written in.',
    where: file,
    tip: `Endings: ${writers.flatMap(({ endings }) => endings).join(' ')}.`,
  })
}
