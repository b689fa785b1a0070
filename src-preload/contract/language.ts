import { z } from 'zod'

/** Languages of the window and of the native menu, by their BCP 47 tags. */
export const languageSchema = z.enum(['en', 'zh-CN'])

export type Language = z.infer<typeof languageSchema>

/** Each language's name in itself: whoever reads nothing else of the window finds it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
}

/** The first of a reader's languages that there is; English if there is none of them. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [primary] = tag.toLowerCase().split('-')
    if (primary === 'zh') return 'zh-CN'
    if (primary === 'en') return 'en'
  }
  return 'en'
}
