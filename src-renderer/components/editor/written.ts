/** JSON for people: one member per line, a list of plain values on one line. O(size). */
export function written(value: unknown, indent = ''): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const items: unknown[] = value
    if (items.every((item) => typeof item !== 'object' || item === null))
      return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`
    return `[\n${items.map((item) => inner + written(item, inner)).join(',\n')}\n${indent}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)}: ${written(member, inner)}`,
  )
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}
