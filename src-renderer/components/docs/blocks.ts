/** A stretch of text: plain, or with one of the four marks that the docs use. */
export interface Span {
  kind: 'text' | 'strong' | 'em' | 'code' | 'link'
  text: string
  /** Of a link: a heading of these docs, after #. */
  to?: string
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id: string }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'code'; text: string }
  /** MathML. */
  | { kind: 'math'; text: string }
  | { kind: 'table'; head: Span[][]; rows: Span[][][] }

export const idOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const mark = /\*\*(.+?)\*\*|\b_(.+?)_\b|`(.+?)`|\[(.+?)\]\(#(.+?)\)/g

export function spansOf(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const found of text.matchAll(mark)) {
    if (found.index > at) spans.push({ kind: 'text', text: text.slice(at, found.index) })
    const [whole, strong, em, code, link, to] = found
    if (strong !== undefined) spans.push({ kind: 'strong', text: strong })
    else if (em !== undefined) spans.push({ kind: 'em', text: em })
    else if (code !== undefined) spans.push({ kind: 'code', text: code })
    else spans.push({ kind: 'link', text: link, to })
    at = found.index + whole.length
  }
  if (at < text.length) spans.push({ kind: 'text', text: text.slice(at) })
  return spans
}

const cells = (line: string): Span[][] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => spansOf(cell.trim()))

/**
 * The Markdown that the app's own docs are written in: headings, paragraphs, lists, tables, code,
 * and MathML in a fence named math. Nothing else: no HTML, no image, no address outside the docs.
 */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  const parts = markdown.split(/^```(\w*)\n([\s\S]*?)^```$/m)
  for (let i = 0; i < parts.length; i += 3) {
    for (const part of parts[i].split(/\n\s*\n/))
      if (part.trim() !== '') blocks.push(blockOf(part.trim()))
    const code = parts[i + 2]
    if (code !== undefined)
      blocks.push({ kind: parts[i + 1] === 'math' ? 'math' : 'code', text: code.trim() })
  }
  return blocks
}

function blockOf(part: string): Block {
  const heading = /^(#{1,3}) (.+)$/.exec(part)
  if (heading !== null) {
    const level = heading[1].length === 1 ? 1 : heading[1].length === 2 ? 2 : 3
    return { kind: 'heading', level, text: heading[2], id: idOf(heading[2]) }
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
