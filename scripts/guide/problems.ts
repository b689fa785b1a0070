import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import ts from 'typescript'

/** A problem as the source says it; … for what is only known while it runs. */
export interface Said {
  id: string
  message: string
  kept: string
  tip: string
  file: string
}

const OPEN = '…'

/** The text of an expression, as far as it is written down. */
function textOf(node: ts.Expression | undefined, constants: Map<string, ts.Expression>): string {
  if (node === undefined) return ''
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => OPEN + literal.text).join('')
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return textOf(node.left, constants) + textOf(node.right, constants)
  if (ts.isConditionalExpression(node)) {
    const ways = [textOf(node.whenTrue, constants), textOf(node.whenFalse, constants)]
    return ways.filter((way) => way !== '' && way !== OPEN).join(' Or: ') || OPEN
  }
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression, constants)
  if (ts.isIdentifier(node)) {
    const value = constants.get(node.text)
    return value === undefined ? OPEN : textOf(value, new Map())
  }
  return OPEN
}

/** Names of the parameters of functions that make a problem of an id and a message. */
type Makers = Map<string, string[]>

function makersOf(source: ts.SourceFile): Makers {
  const makers: Makers = new Map()
  const look = (node: ts.Node): void => {
    const made =
      ts.isFunctionDeclaration(node) && node.name !== undefined
        ? { name: node.name.text, parameters: node.parameters }
        : ts.isVariableDeclaration(node) &&
            ts.isIdentifier(node.name) &&
            node.initializer !== undefined &&
            ts.isArrowFunction(node.initializer)
          ? { name: node.name.text, parameters: node.initializer.parameters }
          : null
    if (made !== null) {
      const names = made.parameters.map(({ name }) => name.getText(source))
      if (names.includes('id') && names.includes('message')) makers.set(made.name, names)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return makers
}

/** Every problem that the sources make with an id that is written down. */
export function problemsIn(root: string, files: readonly string[]): Said[] {
  const sources = files.map((file) =>
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true),
  )
  const shared: Makers = new Map()
  for (const source of sources)
    for (const [name, parameters] of makersOf(source))
      if (/export (const|function) /.test(source.text)) shared.set(name, parameters)
  return sources.flatMap((source) => said(source, shared, relative(root, resolve(source.fileName))))
}

function said(source: ts.SourceFile, shared: Makers, file: string): Said[] {
  const makers = new Map([...shared, ...makersOf(source)])
  const constants = new Map<string, ts.Expression>()
  const collect = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer)
    ts.forEachChild(node, collect)
  }
  collect(source)
  const found: Said[] = []
  const add = (fields: Map<string, ts.Expression>) => {
    const id = fields.get('id')
    if (id === undefined || !ts.isStringLiteralLike(id) || !fields.has('message')) return
    if (!/^[a-z][a-z0-9-]+$/.test(id.text)) return
    const of = (name: string) => textOf(fields.get(name), constants)
    found.push({ id: id.text, message: of('message'), kept: of('kept'), tip: of('tip'), file })
  }
  const look = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const fields = new Map<string, ts.Expression>()
      for (const property of node.properties) {
        if (ts.isPropertyAssignment(property))
          fields.set(property.name.getText(source), property.initializer)
        else if (ts.isShorthandPropertyAssignment(property))
          fields.set(property.name.text, property.name)
      }
      if (fields.has('severity') || fields.has('tip')) add(fields)
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const names = makers.get(node.expression.text)
      if (names !== undefined)
        add(new Map(node.arguments.map((argument, i) => [names[i] ?? '', argument])))
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}
