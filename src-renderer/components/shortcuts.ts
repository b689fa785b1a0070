import { actions, type ActionId } from '@contract'

const mac = navigator.platform.startsWith('Mac')
const names: Record<string, string> = { ' ': 'Space', arrowright: '→', mod: mac ? '⌘' : 'Ctrl' }

/** A key as it is written on the keyboard: `mod+k` is Ctrl+K, on a Mac ⌘+K. */
export const shownKey = (key: string): string =>
  key
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join('+')

/** What has a key, for the dialog that shows them. */
export const shortcuts = actions
  .filter(({ keys }) => keys.length > 0)
  .map(({ id, keys }) => ({ action: id, shown: keys.map(shownKey) }))

// These take keys themselves: text is typed into them, or arrows move within them.
const typing = 'input, textarea, select, [contenteditable="true"]'
const moving = '[role="slider"], [role="radio"], [role="option"], [role="menuitem"], [role="tab"]'
const popups = '[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]'

const actionWith = (key: string): ActionId | null =>
  actions.find(({ keys }) => keys.some((candidate) => candidate === key))?.id ?? null

/** The action that a key press stands for; null where the focused element needs the key itself. */
export function actionOf(event: KeyboardEvent): ActionId | null {
  if (event.defaultPrevented || event.altKey) return null
  const target = event.target instanceof Element ? event.target : null
  const key = event.key.toLowerCase()
  // Wherever the focus is, there may be a question.
  if (key === 'f1') return actionWith(key)
  if (target?.closest(popups)) return null
  // With Ctrl a key means the same while text is typed.
  if (event.ctrlKey || event.metaKey) return event.repeat ? null : actionWith(`mod+${key}`)
  if (target?.closest(typing)) return null
  if (key.startsWith('arrow') && target?.closest(moving)) return null
  // Space presses a button that the keyboard reached; after a click it still means start or pause.
  if (key === ' ' && target?.matches('button:focus-visible')) return null
  // Holding a key down steps on, and does nothing else again and again.
  const found = actionWith(key)
  return event.repeat && found !== 'step' ? null : found
}
