import { language } from './index'
import { sentences } from './zh-CN/sentences'

interface Pattern {
  expression: RegExp
  chinese: string
}

/** Templates with the most words of their own first: `{}` alone would take every sentence. */
const patterns: readonly Pattern[] = Object.entries(sentences)
  .filter(([english]) => english.includes('{}'))
  .sort(([a], [b]) => b.replaceAll('{}', '').length - a.replaceAll('{}', '').length)
  .map(([english, chinese]) => ({
    expression: new RegExp(`^${english.split('{}').map(escaped).join('([\\s\\S]*?)')}$`),
    chinese,
  }))

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The Chinese of a sentence; null: there is none. What its braces held may be sentences, too. */
function chineseOf(sentence: string): string | null {
  const whole: string | undefined = sentences[sentence]
  if (whole !== undefined) return whole
  for (const { expression, chinese } of patterns) {
    const found = expression.exec(sentence)
    if (found === null) continue
    return chinese.replace(/\{(\d+)\}/g, (_, n: string) => {
      const value = found[Number(n) + 1]
      return chineseOf(value) ?? value
    })
  }
  return null
}

/** Whether a sentence of the engine can be said in the window's language. */
export const canBeSaid = (sentence: string): boolean =>
  language.value === 'en' || chineseOf(sentence) !== null

/**
 * What the engine says of a problem, in the window's language. The engine and its records speak
 * English; here its sentences are found by their English and what they hold is put into the
 * Chinese ones. One that is not known stays as it is.
 */
export function said(sentence: string): string {
  return language.value === 'en' ? sentence : (chineseOf(sentence) ?? sentence)
}
