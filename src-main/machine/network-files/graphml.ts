import { SaxesParser } from 'saxes'
import { Collector, conductanceOf } from './collect'
import { fileProblem, limits, type NetworkFile, type Reader } from './networkFile'

const allowed =
  'Needed: one graph of nodes and edges; data of the keys named x, y (nodes), conductance (or weight) or resistance (edges) is read, other data is not.'
/** GraphML goes 4 deep; other data of a program may stand in it. */
const DEEPEST = 64
const refused = ['hyperedge', 'port', 'endpoint']

interface Item {
  kind: 'node' | 'edge'
  id: string
  ends: [string, string]
  line: number
  data: Map<string, number>
}

/** The conductance of an edge's data; null where they have none. */
function conductanceIn(data: Map<string, number>): number | null {
  const resistance = data.get('resistance')
  const other = resistance === undefined ? null : conductanceOf(resistance, 'resistance')
  return data.get('conductance') ?? data.get('weight') ?? other
}

/**
 * Reads while the parser goes through the text. The parser knows XML's own five entities alone and
 * expands no others, so that no file can grow in memory; it loads nothing.
 */
class GraphmlReader {
  private readonly parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  private readonly collector: Collector
  private readonly names = new Map<string, string>()
  private depth = 0
  private graphs = 0
  private item: Item | null = null
  private key: string | null = null
  /** Values of the items without data of their own. */
  private readonly defaults = { node: new Map<string, number>(), edge: new Map<string, number>() }
  /** The key that is declared, and what it is for. */
  private declared = { name: '', of: 'all' }
  private text = ''
  private readonly edges: Item[] = []

  constructor(private readonly file: string) {
    this.collector = new Collector(file)
    this.parser.on('error', (error) => {
      throw fileProblem(file, this.parser.line, `This is no valid XML: ${error.message}`, allowed)
    })
    this.parser.on('opentag', (tag) => this.open(tag.name, tag.attributes))
    this.parser.on('closetag', (tag) => this.close(tag.name))
    this.parser.on('text', (text) => (this.text += text))
  }

  read(text: string): NetworkFile {
    this.parser.write(text).close()
    if (this.graphs === 0) throw this.problem('The file has no graph.')
    for (const { ends, data, line } of this.edges) {
      const stray = ends.find((id) => !this.collector.has(id))
      if (stray !== undefined)
        throw this.collector.problem(
          line,
          `The edge ends at '${stray}', which is no node.`,
          allowed,
        )
      const conductance = conductanceIn(data) ?? conductanceIn(this.defaults.edge)
      this.collector.edge(ends[0], ends[1], conductance, line)
    }
    return this.collector.finish('')
  }

  private open(name: string, attributes: Record<string, string>): void {
    this.text = ''
    if (this.depth++ === 0 && name !== 'graphml')
      throw this.problem(`The file begins with ${name}, not with graphml.`)
    if (this.depth > DEEPEST) throw this.problem('Its elements stand too deep in each other.')
    if (refused.includes(name)) throw this.problem(`${name} elements cannot be read.`)
    if (name === 'graph' && ++this.graphs > 1)
      throw this.problem('The file has a second or a nested graph.')
    if (name === 'key') {
      this.declared = {
        name: attributes['attr.name'] ?? attributes.id,
        of: attributes.for ?? 'all',
      }
      this.names.set(attributes.id, this.declared.name)
    }
    if (name === 'data') this.key = this.names.get(attributes.key) ?? attributes.key
    if (name !== 'node' && name !== 'edge') return
    const ends: [string, string] = [attributes.source ?? '', attributes.target ?? '']
    const { line } = this.parser
    this.item = { kind: name, id: attributes.id ?? '', ends, line, data: new Map() }
  }

  private close(name: string): void {
    this.depth--
    const { item } = this
    if (name === 'default')
      for (const kind of ['node', 'edge'] as const)
        if ([kind, 'all'].includes(this.declared.of))
          this.datum(kind, this.declared.name, this.defaults[kind])
    if (name === 'data' && this.key !== null && item !== null)
      this.datum(item.kind, this.key, item.data)
    if (name === 'data') this.key = null
    if (item === null || item.kind !== name) return
    this.item = null
    if (this.edges.length > limits.edges)
      throw this.problem(`The file has more than ${limits.edges} edges.`)
    if (item.kind === 'edge') this.edges.push(item)
    else this.node(item)
  }

  private datum(kind: Item['kind'], key: string, data: Map<string, number>): void {
    const wanted = kind === 'node' ? ['x', 'y'] : ['conductance', 'weight', 'resistance']
    if (!wanted.includes(key)) return
    const value = Number(this.text.trim() || NaN)
    if (!Number.isFinite(value))
      throw this.problem(`'${this.text.trim()}' is no number for ${key}.`)
    data.set(key, value)
  }

  private node({ id, data, line }: Item): void {
    if (this.collector.has(id))
      throw this.collector.problem(line, `Two nodes have the id ${id}.`, allowed)
    const { node } = this.defaults
    const [x, y] = [data.get('x') ?? node.get('x'), data.get('y') ?? node.get('y')]
    this.collector.node(id, line, x === undefined || y === undefined ? null : [x, y])
  }

  private problem(message: string) {
    return fileProblem(this.file, this.parser.line, message, allowed)
  }
}

/** GraphML (Brandes et al., 2002), undirected: of a directed edge the direction is ignored. */
export const graphml: Reader = {
  name: 'GraphML',
  endings: ['.graphml', '.xml'],
  read: (text, file) => new GraphmlReader(file).read(text),
}
