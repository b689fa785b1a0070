import { useMediaQuery } from '@vueuse/core'
import type { Ref } from 'vue'

/** Three figures stand side by side, and a figure's head has no room for words beside its name. */
export const useNarrow = (): Ref<boolean> => useMediaQuery('(width < 1220px)')
