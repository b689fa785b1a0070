import { spansOf, textOf, type Span } from './spans'

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id: string }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'code'; text: string }
  /** TeX. */
  | { kind: 'math'; text: string }
  | { kind: 'table'; head: Span[][]; rows: Span[][][] }

export const idOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const cells = (line: string): Span[][] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => spansOf(cell.trim()))

/** A picture of the window, or a remark of whoever wrote the page. */
const leftOut = /^(!\[[^\]]*\]\([^)]*\)|<!--[^>]*-->)$/

/**
 * The Markdown that the guide is written in: headings, paragraphs, lists, tables, code, and TeX
 * between dollars or in a fence named math. Pictures of the window are for the site: here the window
 * itself is at hand, and they are left out. No HTML.
 */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  const parts = markdown.split(/^```(\w*)\n([\s\S]*?)^```$/m)
  for (let i = 0; i < parts.length; i += 3) {
    for (const part of parts[i].split(/\n\s*\n/))
      if (part.trim() !== '' && !leftOut.test(part.trim())) blocks.push(blockOf(part.trim()))
    const code = parts[i + 2]
    if (code !== undefined)
      blocks.push({ kind: parts[i + 1] === 'math' ? 'math' : 'code', text: code.trimEnd() })
  }
  return blocks
}

function blockOf(part: string): Block {
  const heading = /^(#{1,3}) (.+)$/.exec(part)
  if (heading !== null) {
    const level = heading[1].length === 1 ? 1 : heading[1].length === 2 ? 2 : 3
    const text = textOf(spansOf(heading[2]))
    return { kind: 'heading', level, text, id: idOf(text) }
  }
  const lines = part.split('\n')
  if (/^(-|\d+\.) /.test(part)) {
    const items = part.split(/^(?:-|\d+\.) /m).slice(1)
    const joined = items.map((item) => spansOf(item.trim().replace(/\s*\n\s*/g, ' ')))
    return { kind: 'list', ordered: /^\d/.test(part), items: joined }
  }
  if (lines.length > 2 && /^\|[\s:|-]+\|$/.test(lines[1]))
    return { kind: 'table', head: cells(lines[0]), rows: lines.slice(2).map(cells) }
  return { kind: 'paragraph', spans: spansOf(lines.join(' ')) }
}
