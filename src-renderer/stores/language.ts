import { preferredLanguage, languageSchema, type Language } from '@contract'
import { usePreferredLanguages, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { language as spoken } from '../i18n'
import { lab } from './lab'

/** The window's language: the chosen one, kept between sessions, or else the system's. */
export const useLanguage = defineStore('language', () => {
  const chosen = useStorage<string>('language', '')
  const system = usePreferredLanguages()
  const language = computed<Language>(() => {
    const known = languageSchema.safeParse(chosen.value)
    return known.success ? known.data : preferredLanguage(system.value)
  })
  /** The one that the switch leads to. */
  const other = computed<Language>(() => (language.value === 'en' ? 'zh-CN' : 'en'))

  function choose(wanted: Language): void {
    chosen.value = wanted
  }
  const toggle = (): void => choose(other.value)

  /** The whole window, and what the main process shows, follow the language from now on. */
  function connect(): void {
    watch(
      language,
      (now) => {
        spoken.value = now
        document.documentElement.lang = now
        void lab().send('speak', { language: now })
      },
      { immediate: true, flush: 'sync' },
    )
  }
  return { language, other, choose, toggle, connect }
})
