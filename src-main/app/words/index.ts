import type { Language } from '@contract'
import { en, type Words } from './en'
import { zhCN } from './zh-CN'

export type { Words }

/** What the native menu and the dialogs say, in each language of the window. */
export const words: Readonly<Record<Language, Words>> = { en, 'zh-CN': zhCN }
