/** SCPI's words: "PROBability" is PROB or PROBABILITY, in any case. */

export const shortForm = (word: string): string => word.replace(/[a-z]/g, '')

function isWord(word: string, text: string): boolean {
  const upper = text.toUpperCase()
  return upper === shortForm(word) || upper === word.toUpperCase()
}

/** Which of the words "SYNChronous|BERNoulli" it is, in its short form; null for none. */
export function chooseWord(words: string, text: string): string | null {
  const found = words.split('|').find((word) => isWord(word, text))
  return found === undefined ? null : shortForm(found)
}

/** A header's pattern, "SYSTem:ERRor[:NEXT]", as a test of what was sent without "?". */
export function headerTest(pattern: string): (text: string) => boolean {
  const nodes = pattern.split(/(?=\[)|(?<!\[):/)
  const words = nodes.map((node) => ({
    word: node.replace(/[[\]:]/g, ''),
    optional: node.startsWith('['),
  }))
  return (text) => {
    const sent = text.split(':')
    let at = 0
    for (const { word, optional } of words) {
      if (at < sent.length && isWord(word, sent[at])) at++
      else if (!optional) return false
    }
    return at === sent.length
  }
}
