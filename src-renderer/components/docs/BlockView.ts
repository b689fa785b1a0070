import { h, type FunctionalComponent, type VNode } from 'vue'
import type { Block, Span } from './blocks'
import { mathNode } from './math'

type Go = (heading: string) => void

function spanNode(span: Span, go: Go): VNode | string {
  if (span.kind === 'text') return span.text
  if (span.kind !== 'link') return h(span.kind, span.text)
  const { to = '' } = span
  return h('button', { class: 'docs-link', type: 'button', onClick: () => go(to) }, span.text)
}

/** One block of the docs. Every node is made here: no text of a file becomes HTML. */
export const BlockView: FunctionalComponent<{ block: Block; go: Go }> = ({ block, go }) => {
  const spans = (all: Span[]) => all.map((span) => spanNode(span, go))
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
      return h('div', { class: 'docs-math' }, [mathNode(block.text)])
    case 'table':
      return h('table', [
        h(
          'thead',
          h(
            'tr',
            block.head.map((cell) => h('th', { scope: 'col' }, spans(cell))),
          ),
        ),
        h(
          'tbody',
          block.rows.map((row) =>
            h(
              'tr',
              row.map((cell) => h('td', spans(cell))),
            ),
          ),
        ),
      ])
  }
}
BlockView.props = ['block', 'go']
