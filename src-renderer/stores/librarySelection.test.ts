import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useSelection } from './librarySelection'

const rows = () => ref<readonly string[]>(['a', 'b', 'c', 'd', 'e'])

describe('the selection of a list', () => {
  it('is what was clicked, and one more or less with Ctrl', () => {
    const selection = useSelection(rows())
    selection.click('b', { shift: false, ctrl: false })
    selection.click('d', { shift: false, ctrl: true })
    expect(selection.selected.value).toEqual(['b', 'd'])
    selection.click('b', { shift: false, ctrl: true })
    expect(selection.selected.value).toEqual(['d'])
  })

  it('reaches with Shift from where it began, either way', () => {
    const selection = useSelection(rows())
    selection.click('c', { shift: false, ctrl: false })
    selection.click('e', { shift: true, ctrl: false })
    expect(selection.selected.value).toEqual(['c', 'd', 'e'])
    selection.click('a', { shift: true, ctrl: false })
    expect(selection.selected.value).toEqual(['a', 'b', 'c'])
  })

  it('moves with the keys, stops at the ends, and begins at the top', () => {
    const selection = useSelection(rows())
    selection.move(1, false)
    expect(selection.active.value).toBe('a')
    selection.move(10, false)
    expect(selection.selected.value).toEqual(['e'])
    selection.move(-1, true)
    expect(selection.selected.value).toEqual(['d', 'e'])
  })

  it('holds only what is shown', () => {
    const shown = rows()
    const selection = useSelection(shown)
    selection.all()
    shown.value = ['b', 'x']
    expect(selection.selected.value).toEqual(['b'])
  })
})
