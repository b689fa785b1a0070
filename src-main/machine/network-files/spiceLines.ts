import { fileProblem } from './networkFile'

export interface Line {
  /** Of its first line in the file, from 1. */
  number: number
  words: string[]
}

/** A comment behind an element: ; or, after a blank, $. */
const withoutComment = (text: string): string => text.replace(/(;|\s\$).*$/, '')

/**
 * Lines of a netlist: the first is its title, comments are gone, continuations joined; it ends at
 * .end. @throws ProblemError for a continuation of nothing.
 */
export function logicalLines(text: string, file: string): { title: string; lines: Line[] } {
  const [first = '', ...rest] = text.split(/\r?\n/)
  let title = first.replace(/^[*\s]+/, '').trim()
  const lines: Line[] = []
  for (let i = 0; i < rest.length; i++) {
    const raw = rest[i].trim()
    if (raw.startsWith('*') || withoutComment(raw).trim() === '') continue
    if (/^\.title\b/i.test(raw)) {
      title = raw.slice(6).trim()
      continue
    }
    const words = withoutComment(raw).replace(/^\+/, '').trim().split(/\s+/).filter(Boolean)
    if (raw.startsWith('+')) {
      const last = lines.at(-1)
      if (last === undefined)
        throw fileProblem(file, i + 2, 'A + continues no line.', 'Put it below an element.')
      last.words.push(...words)
      continue
    }
    lines.push({ number: i + 2, words })
    if (words[0].toLowerCase() === '.end') break
  }
  return { title, lines }
}
