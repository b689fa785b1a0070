import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** Where no text of a result stands: types, imports, bugs, and configurations with their names. */
function isElsewhere(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return true
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Error'
  if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node))
    return node.name.getText() === 'base'
  return ts.isCallExpression(node) && node.expression.getText() === 'base'
}

/**
 * The sentences and phrases that a source can say, with a number for every value; single words are
 * left out, as most are no text at all. Those that a run shows are seen in its findings.
 */
export function phrasesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isElsewhere(node)) return
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    if (ts.isTemplateExpression(node))
      found.push(
        [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('7'),
      )
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.filter((text) => /[a-z]{2,} |\s[a-z]{2,}/.test(text))
}
