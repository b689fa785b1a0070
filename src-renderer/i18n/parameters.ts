import { parameterNotes } from '@contract'
import { language } from './index'
import { meanings, unitWords } from './zh-CN/parameters'

/** What a field of the configuration means, by its path; empty: nothing is said of it. */
export function meaningOf(path: string): string {
  const english = parameterNotes[path]?.meaning ?? ''
  return language.value === 'en' ? english : (meanings[path] ?? english)
}

/** A unit that is a word, such as steps, in the window's language; signs stay as they are. */
export const unitText = (unit: string): string =>
  language.value === 'en' ? unit : (unitWords[unit] ?? unit)
