import { defineStore } from 'pinia'
import { computed, ref, type WritableComputedRef } from 'vue'

export type Dialog = 'help' | 'palette' | 'editor' | 'docs' | 'table' | 'pictures' | 'about'

/** Which dialog of the window is open: one at a time. */
export const useDialogs = defineStore('dialogs', () => {
  const shown = ref<Dialog | null>(null)
  /** Heading of the documentation to begin at. */
  const chapter = ref<string | null>(null)
  /** Whether a dialog is open, to bind to it. */
  const open = (dialog: Dialog): WritableComputedRef<boolean> =>
    computed({
      get: () => shown.value === dialog,
      set: (now) => {
        if (now) shown.value = dialog
        else if (shown.value === dialog) shown.value = null
      },
    })
  function explain(heading: string | null): void {
    chapter.value = heading
    shown.value = 'docs'
  }
  return { shown, chapter, open, explain }
})
