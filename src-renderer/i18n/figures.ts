import { english, type FigureWords } from '@figures'
import { computed } from 'vue'
import { language } from './index'
import { figures } from './zh-CN/figures'

/** The words of figures in the window's language. */
export const figureWords = computed<FigureWords>(() =>
  language.value === 'en' ? english : figures,
)
