import { h, type VNode } from 'vue'

// What the equations of the docs are made of; no attribute but these, no style, no address.
const elements = new Set([
  'math',
  'mrow',
  'mi',
  'mn',
  'mo',
  'mtext',
  'mspace',
  'mfrac',
  'msqrt',
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
])
const attributes = new Set(['display', 'mathvariant', 'width'])

/**
 * MathML of the docs as nodes of the page.
 * @throws Error for what is no MathML: a mistake in the docs, which their test finds
 */
export function mathNode(source: string): VNode {
  const parsed = new DOMParser().parseFromString(source, 'application/xml')
  return nodeOf(parsed.documentElement)
}

function nodeOf(element: Element): VNode {
  if (!elements.has(element.localName)) throw new Error(`No MathML: ${element.localName}.`)
  const given = [...element.attributes].filter(({ name }) => attributes.has(name))
  const inner = [...element.childNodes].flatMap((child): (VNode | string)[] => {
    if (child instanceof Element) return [nodeOf(child)]
    const text = child.textContent?.trim() ?? ''
    return text === '' ? [] : [text]
  })
  return h(
    element.localName,
    Object.fromEntries(given.map(({ name, value }) => [name, value])),
    inner,
  )
}
