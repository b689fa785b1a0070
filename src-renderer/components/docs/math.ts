import temml from 'temml'
import { h, type VNode } from 'vue'

// What the equations of the guide are made of; no attribute but these, no style, no address.
const elements = new Set([
  'math',
  'mrow',
  'mi',
  'mn',
  'mo',
  'mtext',
  'mspace',
  'mpadded',
  'mfrac',
  'msqrt',
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
])
const attributes = new Set([
  'display',
  'mathvariant',
  'width',
  'fence',
  'form',
  'stretchy',
  'lspace',
  'rspace',
  'minsize',
  'maxsize',
  'movablelimits',
])

/**
 * TeX of the guide as MathML nodes of the page.
 * @param display on a line of its own
 * @throws Error for what is no equation: a mistake in the guide, which its test finds
 */
export function mathNode(tex: string, display: boolean): VNode {
  const given = { displayMode: display, throwOnError: true, xml: true }
  // The window's policy allows no style in a text, not even in one that is only parsed.
  const source = temml.renderToString(tex, given).replace(/ style="[^"]*"/g, '')
  return nodeOf(new DOMParser().parseFromString(source, 'application/xml').documentElement)
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
