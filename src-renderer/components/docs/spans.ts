/** A stretch of text: plain, or with one of the marks that the guide uses. */
export interface Span {
  kind: 'text' | 'strong' | 'em' | 'code' | 'link' | 'math'
  /** Of math: TeX. */
  text: string
  /** Of strong: what stands in it, which may be code or math. */
  inner?: Span[]
  /** Of a link: #heading of the same page, page.md, page.md#heading, or an address. */
  to?: string
}

// Code comes first: what stands in it is no mark.
const mark = /`([^`]+)`|\$(?! )([^$\n]+)\$|\*\*(.+?)\*\*|\b_([^_]+?)_\b|\[([^\]]+?)\]\(([^)]+?)\)/g

const escapes = (text: string): string => text.replace(/\\([|*_$[\]<>])/g, '$1')

export function spansOf(text: string): Span[] {
  const spans: Span[] = []
  const plain = (piece: string) => {
    if (piece !== '') spans.push({ kind: 'text', text: escapes(piece) })
  }
  let at = 0
  for (const found of text.matchAll(mark)) {
    plain(text.slice(at, found.index))
    const [whole, code, math, strong, em, link, to] = found
    if (code !== undefined) spans.push({ kind: 'code', text: code.replaceAll('\\|', '|') })
    else if (math !== undefined) spans.push({ kind: 'math', text: math })
    else if (strong !== undefined)
      spans.push({ kind: 'strong', text: textOf(spansOf(strong)), inner: spansOf(strong) })
    else if (em !== undefined) spans.push({ kind: 'em', text: escapes(em) })
    else spans.push({ kind: 'link', text: textOf(spansOf(link)), to })
    at = found.index + whole.length
  }
  plain(text.slice(at))
  return spans
}

export const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')
