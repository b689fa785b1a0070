/** Packed pictures are megabytes in one line, which no text field can show. */
const LONGEST = 2000

/** Long texts of a configuration, by what stands for them while it is edited. */
export type Folded = Map<string, string>

/**
 * The value with every long text replaced by a short one, which is put into `folded`. Equal texts
 * have one name, so that folding the same configuration again gives the same text.
 */
export function fold(value: unknown, folded: Folded): unknown {
  if (typeof value === 'string') {
    if (value.length <= LONGEST) return value
    const known = [...folded].find(([, text]) => text === value)
    if (known !== undefined) return known[0]
    const name = `⟨${folded.size + 1} · ${value.length} B⟩`
    folded.set(name, value)
    return name
  }
  if (Array.isArray(value)) return value.map((part: unknown) => fold(part, folded))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fold(part, folded)]))
}

/** The value with every long text back in its place. */
export function unfold(value: unknown, folded: Folded): unknown {
  if (folded.size === 0) return value
  if (typeof value === 'string') return folded.get(value) ?? value
  if (Array.isArray(value)) return value.map((part: unknown) => unfold(part, folded))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unfold(part, folded)]))
}
