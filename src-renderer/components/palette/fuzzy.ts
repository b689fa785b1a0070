/**
 * How well a text answers what was typed; null: not at all. The letters of each typed word stand in
 * the text in their order; letters that begin a word or follow one another count more (ours).
 * O(length of the text) per typed word.
 */
export function fuzzy(typed: string, text: string): number | null {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const lower = text.toLowerCase()
  let sum = 0
  for (const word of words) {
    const score = scoreOf(word, lower)
    if (score === null) return null
    sum += score
  }
  return sum
}

function scoreOf(word: string, text: string): number | null {
  const whole = text.indexOf(word)
  if (whole >= 0) return word.length * 4 + (begins(text, whole) ? 8 : 0) - whole / text.length
  let score = 0
  let at = -1
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1)
    if (next < 0) return null
    score += next === at + 1 ? 2 : begins(text, next) ? 2 : 0.25 - (next - at) / 100
    at = next
  }
  return score
}

const begins = (text: string, at: number): boolean => at === 0 || /[\s(/-]/.test(text[at - 1])
