import { language } from './index'
import { figureSentences } from './zh-CN/figureSentences'
import { sentences } from './zh-CN/sentences'

/** Finds the Chinese of what the engine says; null: there is none. */
type Book = (sentence: string) => string | null

/**
 * Templates with the most words of their own come first: `{}` alone would take every sentence. What
 * the braces held may be sentences, too.
 */
function book(words: Readonly<Record<string, string>>): Book {
  const patterns = Object.entries(words)
    .filter(([english]) => english.includes('{}'))
    .sort(([a], [b]) => b.replaceAll('{}', '').length - a.replaceAll('{}', '').length)
    .map(([english, chinese]) => ({
      expression: new RegExp(`^${english.split('{}').map(escaped).join('([\\s\\S]*?)')}$`),
      chinese,
    }))
  return function chineseOf(sentence: string): string | null {
    const whole: string | undefined = words[sentence]
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
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const ofProblems = book(sentences)
const ofFigures = book(figureSentences)

/** Whether a sentence of the engine can be said in the window's language. */
export const canBeSaid = (sentence: string): boolean =>
  language.value === 'en' || ofProblems(sentence) !== null

/**
 * What the engine says of a problem, in the window's language. The engine and its records speak
 * English; here its sentences are found by their English and what they hold is put into the
 * Chinese ones. One that is not known stays as it is.
 */
export function said(sentence: string): string {
  return language.value === 'en' ? sentence : (ofProblems(sentence) ?? sentence)
}

/** The same of what stands in a figure of a sweep or a study. */
export function saidInFigure(text: string): string {
  return language.value === 'en' ? text : (ofFigures(text) ?? text)
}
