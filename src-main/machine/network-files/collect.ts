import { fileProblem, limits, type FileEdge, type FileNode, type NetworkFile } from './networkFile'

/** Gathers nodes and edges while a file is read, and refuses what no network can hold. */
export class Collector {
  private readonly nodes = new Map<string, FileNode>()
  private readonly edges: FileEdge[] = []
  private readonly lineOf = new Map<string, number>()

  constructor(private readonly file: string) {}

  /** A node may be declared once with its place, or be met first as an edge's end. */
  node(name: string, line: number, place: FileNode['place'] = null): void {
    if (name === '' || name.length > limits.name)
      throw this.problem(
        line,
        name === '' ? 'A node has no name.' : `The node name ${name.slice(0, 60)}... is too long.`,
        `Names have 1 to ${limits.name} characters.`,
      )
    if (!this.nodes.has(name) || place !== null) this.nodes.set(name, { name, place })
    if (this.nodes.size > limits.nodes)
      throw this.problem(line, `The file has more than ${limits.nodes} nodes.`, 'Split it.')
  }

  has(name: string): boolean {
    return this.nodes.has(name)
  }

  /** @param conductance null: not given. */
  edge(a: string, b: string, conductance: number | null, line: number): void {
    this.node(a, line)
    this.node(b, line)
    const edge = `${a}-${b}`
    if (a === b) throw this.problem(line, `An edge joins node ${a} to itself.`, 'Leave it out.')
    if (conductance !== null && !(conductance > 0 && Number.isFinite(conductance)))
      throw this.problem(
        line,
        `The edge ${edge} has the conductance ${conductance}.`,
        'Conductances and resistances are above 0 and finite; leave an edge that does not conduct out.',
      )
    const key = a < b ? JSON.stringify([a, b]) : JSON.stringify([b, a])
    const before = this.lineOf.get(key)
    if (before !== undefined)
      throw this.problem(
        line,
        `The edge ${edge} is there twice${before > 0 ? `, first on line ${before}` : ''}.`,
        'Keep one of the two: parallel edges act as one with the sum of their conductances.',
      )
    this.lineOf.set(key, line)
    this.edges.push({ a, b, conductance, line })
    if (this.edges.length > limits.edges)
      throw this.problem(line, `The file has more than ${limits.edges} edges.`, 'Split it.')
  }

  /** @throws ProblemError when nothing was read, or some edges have a conductance and some not. */
  finish(title: string, held: NetworkFile['held'] = []): NetworkFile {
    if (this.edges.length === 0)
      throw this.problem(0, 'The file has no edge.', 'A network has at least one.')
    const without = this.edges.find(({ conductance }) => conductance === null)
    if (without !== undefined && this.edges.some(({ conductance }) => conductance !== null))
      throw this.problem(
        without.line,
        `The edge ${without.a}-${without.b} has no conductance, while others have one.`,
        'Give one to every edge, or to none.',
      )
    return { title, nodes: [...this.nodes.values()], edges: this.edges, held }
  }

  problem(line: number, message: string, tip: string) {
    return fileProblem(this.file, line, message, tip)
  }
}

/** A conductance from a column of conductances or resistances. */
export function conductanceOf(value: number, of: 'conductance' | 'resistance'): number {
  return of === 'conductance' ? value : 1 / value
}
