import { Collector } from './collect'
import { logicalLines, type Line } from './spiceLines'
import type { NetworkFile, Reader } from './networkFile'
import { spiceNumber } from './spiceNumber'

const allowed =
  'Read are R elements (R1 node node value), V elements (V1 node node [DC] value), comments (* ; $), continuations (+), .title, .op, .options, .print and .end.'
/** Cards that say nothing about the circuit. */
const ignored = ['.op', '.options', '.option', '.print', '.end', '.tran', '.dc', '.save', '.temp']

/** SPICE knows no case: a node is called as it is written where it is met first. */
function namesAsMet(): (text: string) => string {
  const met = new Map([['gnd', '0']])
  return (text) => {
    const small = text.toLowerCase()
    const name = met.get(small) ?? text
    met.set(small, name)
    return name
  }
}

interface Source {
  plus: string
  minus: string
  voltageV: number
  line: Line
}

/** Voltages of nodes that V elements tie to ground, one over the other. O(sources). */
function held(sources: readonly Source[], collector: Collector): NetworkFile['held'] {
  const voltage = new Map([['0', 0]])
  const at = new Map<string, Source[]>()
  for (const source of sources)
    for (const node of [source.plus, source.minus]) {
      const there = at.get(node)
      if (there === undefined) at.set(node, [source])
      else there.push(source)
    }
  const used = new Set<Source>()
  const tied = ['0']
  for (const node of tied)
    for (const source of at.get(node) ?? []) {
      if (used.has(source)) continue
      used.add(source)
      const { plus, minus, voltageV, line } = source
      const other = node === plus ? minus : plus
      if (voltage.has(other))
        throw collector.problem(
          line.number,
          `${line.words[0]} closes a loop of voltage sources at ${plus} and ${minus}.`,
          'A node is held by one V element.',
        )
      const here = voltage.get(node) ?? 0
      voltage.set(other, node === plus ? here - voltageV : here + voltageV)
      tied.push(other)
    }
  const loose = sources.find((source) => !used.has(source))
  if (loose !== undefined) {
    const { words, number } = loose.line
    throw collector.problem(
      number,
      `${words[0]} stands between two nodes that nothing ties to ground.`,
      'Only nodes held against ground (0) can be held here.',
    )
  }
  const known = [...voltage].filter(([node]) => collector.has(node))
  return known.map(([node, voltageV]) => ({ node, voltageV }))
}

function value(line: Line, text: string | undefined, collector: Collector): number {
  const number = text === undefined ? NaN : spiceNumber(text)
  if (Number.isFinite(number)) return number
  throw collector.problem(
    line.number,
    `${line.words[0]} has ${text === undefined ? 'no value' : `the value '${text}', which is no number`}.`,
    'A number with f p n u m k meg g t behind it, and any unit after that.',
  )
}

function read(text: string, file: string): NetworkFile {
  const { title, lines } = logicalLines(text, file)
  const collector = new Collector(file)
  const nodeName = namesAsMet()
  const sources: Source[] = []
  for (const line of lines) {
    const { words, number } = line
    const kind = words[0][0].toLowerCase()
    if (kind === '.') {
      if (ignored.includes(words[0].toLowerCase())) continue
      throw collector.problem(number, `${words[0]} cannot be read.`, allowed)
    }
    if (kind !== 'r' && kind !== 'v')
      throw collector.problem(number, `The element ${words[0]} cannot be read.`, allowed)
    if (words.length < 4)
      throw collector.problem(number, `${words[0]} has ${words.length - 1} of 3 entries.`, allowed)
    const [a, b] = [nodeName(words[1]), nodeName(words[2])]
    if (kind === 'r') {
      if (words.length > 4)
        throw collector.problem(number, `${words[0]} has more than two nodes and a value.`, allowed)
      collector.edge(a, b, 1 / value(line, words[3], collector), number)
    } else {
      const direct = words[3].toLowerCase() === 'dc'
      const last = words[direct ? 4 : 3]
      if (words.length > (direct ? 5 : 4))
        throw collector.problem(number, `${words[0]} is more than a constant voltage.`, allowed)
      sources.push({ plus: a, minus: b, voltageV: value(line, last, collector), line })
    }
  }
  return collector.finish(title, held(sources, collector))
}

/** Netlists of resistors and voltage sources (Nagel and Pederson, 1973). */
export const spice: Reader = {
  name: 'SPICE netlist',
  endings: ['.cir', '.net', '.sp', '.spice', '.ckt'],
  read,
}
