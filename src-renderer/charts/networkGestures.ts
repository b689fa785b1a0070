import type { NodeRole } from '@contract'
import type { NetworkScene } from '@figures'
import { ref, shallowRef, type Ref } from 'vue'
import { pick, type Picked } from './pick'

/** What is carried by the pointer. */
export type Carried =
  { kind: 'node'; node: number } | { kind: 'role'; role: NodeRole; from: number | null }

export interface GestureParts {
  scene(): NetworkScene | null
  /** What a drag that begins on a node carries: the node, or its role; null: nothing may be. */
  carries(node: number): Carried | null
  /** Roles may be dragged from the legend. */
  rolesMove(): boolean
  moved(node: number, dx: number, dy: number): void
  dropped(role: NodeRole, from: number | null, onto: number): void
  panned(dx: number, dy: number): void
  zoomed(factor: number, at: readonly [number, number]): void
  clicked(picked: Picked | null): void
}

/** Below so many px a press that moved is still a click. */
const clickRoom = 4

/** Pointing, dragging, panning and zooming on the network's canvas. */
export function useGestures(parts: GestureParts): {
  picked: Ref<Picked | null>
  place: Ref<[x: number, y: number]>
  carried: Ref<Carried | null>
  down(event: PointerEvent): void
  move(event: PointerEvent): void
  up(event: PointerEvent): void
  leave(): void
  wheel(event: WheelEvent): void
} {
  const picked = shallowRef<Picked | null>(null)
  const place = ref<[x: number, y: number]>([0, 0])
  const carried = shallowRef<Carried | null>(null)
  let pressed: [x: number, y: number] | null = null
  let last: [x: number, y: number] = [0, 0]
  let began = false
  let grip: Carried | null = null

  /** The role of the legend under a place. */
  function badge(x: number, y: number): NodeRole | null {
    const found = parts
      .scene()
      ?.legend.roles.find(
        (role) => x >= role.x - 9 && x <= role.x + 48 && Math.abs(y - role.y) <= 10,
      )
    return found?.label ?? null
  }

  function look(x: number, y: number): void {
    const scene = parts.scene()
    const found = scene && pick(scene, x, y)
    if (found?.kind !== picked.value?.kind || found?.index !== picked.value?.index)
      picked.value = found
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0) return
    const { offsetX: x, offsetY: y } = event
    look(x, y)
    pressed = [x, y]
    last = [x, y]
    began = false
    const role = parts.rolesMove() ? badge(x, y) : null
    if (picked.value?.kind === 'node') grip = parts.carries(picked.value.index)
    else grip = role === null ? null : { kind: 'role', role, from: null }
    ;(event.target as Element).setPointerCapture(event.pointerId)
  }

  function move(event: PointerEvent): void {
    const { offsetX: x, offsetY: y } = event
    place.value = [x, y]
    if (pressed === null) return look(x, y)
    began ||= Math.hypot(x - pressed[0], y - pressed[1]) > clickRoom
    if (!began) return
    const [dx, dy] = [x - last[0], y - last[1]]
    last = [x, y]
    carried.value = grip
    if (grip?.kind === 'node') parts.moved(grip.node, dx, dy)
    else if (grip?.kind === 'role') look(x, y)
    else if (picked.value?.kind !== 'node') parts.panned(dx, dy)
  }

  function up(event: PointerEvent): void {
    if (pressed === null) return
    pressed = null
    carried.value = null
    look(event.offsetX, event.offsetY)
    if (!began) return parts.clicked(picked.value)
    if (grip?.kind !== 'role' || picked.value?.kind !== 'node') return
    if (picked.value.index !== grip.from) parts.dropped(grip.role, grip.from, picked.value.index)
  }

  function leave(): void {
    if (pressed === null) picked.value = null
  }

  function wheel(event: WheelEvent): void {
    const scene = parts.scene()
    if (scene === null) return
    const { offsetX: x, offsetY: y, deltaY } = event
    parts.zoomed(Math.exp(-deltaY / 400), [x - scene.width / 2, y - scene.height / 2])
  }
  return { picked, place, carried, down, move, up, leave, wheel }
}
