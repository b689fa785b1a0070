import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The panel that has all the room; null: each has its own. */
export const useMaximised = defineStore('maximised', () => {
  const panel = ref<string | null>(null)

  function toggle(id: string): void {
    panel.value = panel.value === id ? null : id
  }
  return { panel, toggle }
})
