/** As deep as JSON from outside may go; a plan of a sweep goes 12 deep. */
export const DEEPEST_JSON = 64
/** As many values: 500 000 edges with their conductances and names are 2.5 million. */
export const MOST_JSON_VALUES = 4_000_000

/**
 * JSON from outside. What is nested or multiplied beyond any use is refused before a schema goes
 * through it: a schema keeps a complaint for each value, and calls itself for each level.
 * @throws SyntaxError that says why not
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  let level: unknown[] = [value]
  let count = 0
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length
    if (depth > DEEPEST_JSON)
      throw new SyntaxError(`Its values stand more than ${DEEPEST_JSON} deep in each other.`)
    if (count > MOST_JSON_VALUES)
      throw new SyntaxError(`It has more than ${MOST_JSON_VALUES} values.`)
    level = innerOf(level)
  }
  return value
}

function innerOf(level: readonly unknown[]): unknown[] {
  const inner: unknown[] = []
  for (const value of level) {
    if (typeof value !== 'object' || value === null) continue
    for (const one of Object.values(value) as unknown[]) inner.push(one)
  }
  return inner
}
