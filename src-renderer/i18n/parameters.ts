import { parameterNotes } from '@contract'
import { language, t } from './index'
import { meanings, unitWords } from './zh-CN/parameters'

/** What a field of the configuration means, by its path; empty: nothing is said of it. */
export function meaningOf(path: string): string {
  const english = parameterNotes[path]?.meaning ?? ''
  return language.value === 'en' ? english : (meanings[path] ?? english)
}

/** What is no setting by itself: a section that may be left out, a member of a list's entries. */
const items = {
  'network.skips': 'editor.skips',
  'network.layers.channels': 'editor.layerChannels',
  'network.layers.window': 'editor.layerWindow',
  'network.layers.stride': 'editor.layerStride',
} as const
const isItem = (path: string): path is keyof typeof items => path in items

/** What such a place means, by its path without the number of the entry; empty: nothing is said. */
export const itemMeaning = (path: string): string => (isItem(path) ? t(items[path]) : '')

/** A unit that is a word, such as steps, in the window's language; signs stay as they are. */
export const unitText = (unit: string): string =>
  language.value === 'en' ? unit : (unitWords[unit] ?? unit)
