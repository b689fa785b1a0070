import { h, type FunctionalComponent, type VNode } from 'vue'
import type { Block } from './blocks'
import { mathNode } from './math'
import type { Span } from './spans'

type Go = (to: string) => void

function spanNode(span: Span, go: Go): VNode | string {
  const { kind, text, inner, to = '' } = span
  if (kind === 'text') return text
  if (kind === 'math') return mathNode(text, false)
  if (kind !== 'link')
    return h(kind, inner === undefined ? text : inner.map((one) => spanNode(one, go)))
  // The main process opens papers in the browser, and nothing else.
  if (to.startsWith('https://'))
    return h('a', { class: 'docs-link', href: to, target: '_blank', rel: 'noreferrer' }, text)
  return h('button', { class: 'docs-link', type: 'button', onClick: () => go(to) }, text)
}

/** One block of the guide. Every node is made here: no text of a file becomes HTML. */
export const BlockView: FunctionalComponent<{ block: Block; go: Go }> = ({ block, go }) => {
  const spans = (all: Span[]) => all.map((span) => spanNode(span, go))
  const row = (tag: 'td' | 'th', cells: Span[][]) =>
    h(
      'tr',
      cells.map((cell) => h(tag, tag === 'th' ? { scope: 'col' } : {}, spans(cell))),
    )
  switch (block.kind) {
    case 'heading':
      return h(`h${block.level + 1}`, { id: `docs-${block.id}` }, block.text)
    case 'paragraph':
      return h('p', spans(block.spans))
    case 'list':
      return h(
        block.ordered ? 'ol' : 'ul',
        block.items.map((item) => h('li', spans(item))),
      )
    case 'code':
      return h('pre', block.text)
    case 'math':
      return h('div', { class: 'docs-math' }, [mathNode(block.text, true)])
    case 'table':
      return h('div', { class: 'docs-table' }, [
        h('table', [
          h('thead', row('th', block.head)),
          h(
            'tbody',
            block.rows.map((cells) => row('td', cells)),
          ),
        ]),
      ])
  }
}
BlockView.props = ['block', 'go']
