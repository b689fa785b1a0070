// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { actionOf, shortcuts } from './shortcuts'

function press(key: string, on: string, init: KeyboardEventInit = {}) {
  document.body.innerHTML = on
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  document.body.firstElementChild?.dispatchEvent(event)
  return actionOf(event)
}

describe('a key', () => {
  it('does what the dialog says', () => {
    expect(press(' ', '<div></div>')).toBe('toggle')
    expect(press('S', '<div></div>')).toBe('step')
    expect(press('?', '<div></div>')).toBe('help')
    const shown = shortcuts.flatMap((one) => one.shown)
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('belongs to the text that is being typed', () => {
    expect(press('s', '<input>')).toBeNull()
    expect(press(' ', '<div role="listbox"></div>')).toBeNull()
    expect(press('F1', '<input>')).toBe('docs')
  })

  it('moves a slider and does not step the run', () => {
    expect(press('ArrowRight', '<span role="slider"></span>')).toBeNull()
    expect(press('ArrowRight', '<div></div>')).toBe('step')
  })

  it('means something else with Ctrl, and does not start and stop while held', () => {
    expect(press('r', '<div></div>', { ctrlKey: true })).toBeNull()
    expect(press('k', '<input>', { ctrlKey: true })).toBe('palette')
    expect(press(' ', '<div></div>', { repeat: true })).toBeNull()
    expect(press('s', '<div></div>', { repeat: true })).toBe('step')
  })
})
