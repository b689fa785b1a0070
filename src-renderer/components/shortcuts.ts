/** What a key does; the dialog shows them in this order. */
export const shortcuts = [
  { action: 'live', keys: ['1'], shown: ['1'], text: 'Live: the run of the moment' },
  { action: 'library', keys: ['2'], shown: ['2'], text: 'Library: every recorded run' },
  { action: 'compare', keys: ['3'], shown: ['3'], text: 'Compare chosen runs' },
  { action: 'toggle', keys: [' '], shown: ['Space'], text: 'Start or pause' },
  { action: 'step', keys: ['s', 'arrowright'], shown: ['S', '→'], text: 'Single step' },
  { action: 'reset', keys: ['r'], shown: ['R'], text: 'Reset to step 0' },
  { action: 'scale', keys: ['l'], shown: ['L'], text: 'Loss on a log or linear scale' },
  { action: 'axis', keys: ['x'], shown: ['X'], text: 'Count steps or updates per edge' },
  { action: 'twin', keys: ['t'], shown: ['T'], text: 'A simulated twin beside the board' },
  { action: 'console', keys: ['c'], shown: ['C'], text: 'The board’s console' },
  { action: 'open', keys: ['o'], shown: ['O'], text: 'Open a run' },
  { action: 'export', keys: ['e'], shown: ['E'], text: 'Export a report' },
  { action: 'help', keys: ['?'], shown: ['?'], text: 'These shortcuts' },
] as const

export type ShortcutAction = (typeof shortcuts)[number]['action']

// These take keys themselves: text is typed into them, or arrows move within them.
const typing = 'input, textarea, select, [contenteditable="true"]'
const moving = '[role="slider"], [role="radio"], [role="option"], [role="menuitem"], [role="tab"]'
const popups = '[role="dialog"], [role="listbox"], [role="menu"]'

/** The action that a key press stands for; null where the focused element needs the key itself. */
export function actionOf(event: KeyboardEvent): ShortcutAction | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(typing) || target?.closest(popups)) return null
  const key = event.key.toLowerCase()
  if (key.startsWith('arrow') && target?.closest(moving)) return null
  // Space presses a button that the keyboard reached; after a click it still means start or pause.
  if (key === ' ' && target?.matches('button:focus-visible')) return null
  // Holding a key down steps on, and does nothing else again and again.
  const found = shortcuts.find(({ keys }) => keys.some((candidate) => candidate === key))
  return found === undefined || (event.repeat && found.action !== 'step') ? null : found.action
}
