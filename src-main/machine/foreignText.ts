/** What a decoder puts where bytes are no UTF-8. */
const REPLACED = '\uFFFD'

/**
 * Refuses text that was not UTF-8: ä and ö would have become the same sign, and two names one.
 * @param problem makes it, with the line, from 1
 */
export function refuseForeign(
  text: string,
  problem: (line: number, message: string, tip: string) => Error,
): void {
  const at = text.indexOf(REPLACED)
  if (at < 0) return
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++
  throw problem(
    line,
    'A letter here is not written in UTF-8.',
    'Save the file as UTF-8; a spreadsheet calls it CSV UTF-8.',
  )
}
