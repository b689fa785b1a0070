import { NodeTypes, type TemplateChildNode } from '@vue/compiler-core'
import { parse } from 'vue/compiler-sfc'

/** Attributes and properties of our components whose value is read by a person. */
const visible = new Set([
  ...['alt', 'title', 'placeholder', 'label', 'text', 'note', 'hint', 'summary', 'suffix'],
  ...['message', 'reason', 'aria-label', 'aria-description', 'aria-valuetext'],
])

/** Proper nouns, units and signs, which are the same in every language. */
const same = /\b(Desynclab|SCPI|CSV|PNG|SVG|JSON|ms|min|Hz|k|Enter|Ctrl|Esc|Shift|Del|IDN)\b/g

const isText = (text: string): boolean =>
  /\p{Letter}{2}|\p{Script=Han}/u.test(text.replace(same, ''))

/** What of Babel's tree this reads. */
interface Syntax {
  type: string
  [field: string]: unknown
}
const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Texts that an expression may come out as; not what it compares with, calls with or looks up. */
function textsOf(node: unknown): string[] {
  if (!isSyntax(node)) return []
  switch (node.type) {
    case 'StringLiteral':
      return [String(node['value'])]
    case 'TemplateLiteral':
      return (node['quasis'] as { value: { raw: string } }[]).map(({ value }) => value.raw)
    case 'ConditionalExpression':
      return [...textsOf(node['consequent']), ...textsOf(node['alternate'])]
    case 'LogicalExpression':
      return [...textsOf(node['left']), ...textsOf(node['right'])]
    case 'BinaryExpression':
      return node['operator'] === '+' ? [...textsOf(node['left']), ...textsOf(node['right'])] : []
    case 'ArrayExpression':
      return (node['elements'] as unknown[]).flatMap(textsOf)
    case 'ObjectExpression':
      return (node['properties'] as unknown[]).flatMap(textsOf)
    case 'ObjectProperty':
      return visible.has(String((node['key'] as Syntax)['name'])) ? textsOf(node['value']) : []
    default:
      return []
  }
}

/** A lone literal has no tree of its own: the parser keeps only its text. */
function written(expression: { content: string; ast?: unknown }): string[] {
  const literal = /^\s*(['"])(.*)\1\s*$/.exec(expression.content)
  return literal === null ? textsOf(expression.ast) : [literal[2]]
}

function read(node: TemplateChildNode): string[] {
  if (node.type === NodeTypes.TEXT) return [node.content.trim()]
  if (node.type === NodeTypes.INTERPOLATION)
    return node.content.type === NodeTypes.SIMPLE_EXPRESSION ? written(node.content) : []
  if (node.type !== NodeTypes.ELEMENT) return []
  const props = node.props.flatMap((prop) => {
    if (prop.type === NodeTypes.ATTRIBUTE)
      return visible.has(prop.name) ? [prop.value?.content ?? ''] : []
    const { arg, exp } = prop
    if (prop.name !== 'bind' || exp?.type !== NodeTypes.SIMPLE_EXPRESSION) return []
    const name = arg?.type === NodeTypes.SIMPLE_EXPRESSION ? arg.content : ''
    return visible.has(name) || name === 'options' ? written(exp) : []
  })
  return [...props, ...node.children.flatMap(read)]
}

/** Words written plainly in the template of a component, which no language can change. */
export function rawText(component: string): string[] {
  const { descriptor } = parse(component, { ignoreEmpty: false })
  return (descriptor.template?.ast?.children ?? []).flatMap(read).filter(isText)
}
