import { chineseOf } from './chinese'
import { language } from './index'

/** Whether a sentence of the engine can be said in the window's language. */
export const canBeSaid = (sentence: string): boolean =>
  language.value === 'en' || chineseOf(sentence) !== null

/**
 * What the engine says of a problem or in the result of a study, in the window's language. The
 * engine, its records and its reports speak English; here its sentences are found by their English
 * and what they hold is put into the Chinese ones. One that is not known stays as it is.
 */
export function said(sentence: string): string {
  return language.value === 'en' ? sentence : (chineseOf(sentence) ?? sentence)
}

/** The language that `said` leaves a sentence in, where it is not the window's. */
export const langOf = (sentence: string): 'en' | undefined =>
  canBeSaid(sentence) ? undefined : 'en'
