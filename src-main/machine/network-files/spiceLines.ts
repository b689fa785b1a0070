import { fileProblem, limits } from './networkFile'
import { spiceNumber } from './spiceNumber'

export interface Line {
  /** Of its first line in the file, from 1. */
  number: number
  words: string[]
}

/** Every edge of a network, and a source at every node. */
const MOST_LINES = limits.edges + limits.nodes

/** A comment behind an element: ; or, after a blank, $. */
const withoutComment = (text: string): string => text.replace(/(;|\s\$).*$/, '')

/** A resistor or a source with a number for its name and for its value: R1 a b 4.7k. */
function isElement(text: string): boolean {
  const [name, , , ...value] = text.trim().split(/\s+/)
  const [last] = value.slice(value[0]?.toLowerCase() === 'dc' ? 1 : 0)
  return /^[rv]\d+$/i.test(name) && last !== undefined && Number.isFinite(spiceNumber(last))
}

/** One after the other: a list of all lines of a file of line ends would take a gigabyte. */
function* linesOf(text: string): Generator<string> {
  let from = 0
  for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
    yield text.slice(from, to)
    from = to + 1
  }
  yield text.slice(from)
}

/**
 * Lines of a netlist: the first is its title, comments are gone, continuations joined; it ends at
 * .end. @throws ProblemError for a continuation of nothing, and for an element in place of the title,
 * which would be lost.
 */
export function logicalLines(text: string, file: string): { title: string; lines: Line[] } {
  let title = ''
  const lines: Line[] = []
  let number = 0
  for (const line of linesOf(text)) {
    const raw = line.trim()
    if (++number === 1) {
      if (isElement(withoutComment(raw)))
        throw fileProblem(
          file,
          number,
          `The first line of a netlist is its title, and here it is '${raw.slice(0, 60)}'.`,
          'Put a title above it, or, if it is the title, * before it.',
        )
      title = raw.replace(/^[*\s]+/, '')
      continue
    }
    if (raw.startsWith('*') || withoutComment(raw).trim() === '') continue
    if (/^\.title\b/i.test(raw)) {
      title = raw.slice(6).trim()
      continue
    }
    const words = withoutComment(raw).replace(/^\+/, '').trim().split(/\s+/).filter(Boolean)
    if (raw.startsWith('+')) {
      const last = lines.at(-1)
      if (last === undefined)
        throw fileProblem(file, number, 'A + continues no line.', 'Put it below an element.')
      for (const word of words) last.words.push(word)
      continue
    }
    lines.push({ number, words })
    if (lines.length > MOST_LINES)
      throw fileProblem(file, number, `The file has more than ${MOST_LINES} elements.`, 'Split it.')
    if (words[0].toLowerCase() === '.end') break
  }
  return { title, lines }
}
