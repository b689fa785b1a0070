import { computed, shallowRef, type Ref } from 'vue'

/**
 * Which rows of a list are chosen: by a click, with Ctrl one more or less, with Shift all between.
 * @param ids of the rows as they are shown
 */
export function useSelection(ids: Ref<readonly string[]>) {
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  /** The row that the keyboard is at. */
  const active = shallowRef<string | null>(null)
  /** Where a stretch of rows begins. */
  let anchor: string | null = null
  /** What is shown and chosen, in the order in which it is shown. */
  const selected = computed(() => ids.value.filter((id) => chosen.value.has(id)))

  function only(id: string | null): void {
    chosen.value = new Set(id === null ? [] : [id])
    active.value = id
    anchor = id
  }

  function toggle(id: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
    active.value = id
    anchor = id
  }

  function upTo(id: string): void {
    const from = anchor === null ? -1 : ids.value.indexOf(anchor)
    const to = ids.value.indexOf(id)
    if (from < 0 || to < 0) return only(id)
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    chosen.value = new Set(ids.value.slice(low, high + 1))
    active.value = id
  }

  function all(): void {
    chosen.value = new Set(ids.value)
  }

  function click(id: string, keys: { shift: boolean; ctrl: boolean }): void {
    if (keys.shift) upTo(id)
    else if (keys.ctrl) toggle(id)
    else only(id)
  }

  /** So many rows down, or up; the first row from nowhere. */
  function move(by: number, extend: boolean): void {
    const { length } = ids.value
    if (length === 0) return
    const at = active.value === null ? -1 : ids.value.indexOf(active.value)
    const next =
      ids.value[at < 0 && Number.isFinite(by) ? 0 : Math.min(length - 1, Math.max(0, at + by))]
    if (extend) upTo(next)
    else only(next)
  }

  return { chosen, active, selected, only, toggle, upTo, all, click, move }
}
