import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRun } from './run'
import { useStream } from './stream'

/** A generator of uniform numbers (mulberry32, T. Ettinger, public domain): the seed gives the choice. */
function uniform(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The edges that learn in an order that the seed alone decides (Fisher and Yates). */
export function damageOrder(edgeState: ArrayLike<number>, seed: number): number[] {
  const order = Array.from(edgeState, (_, edge) => edge)
  const next = uniform(seed)
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const other = order[i]
    order[i] = order[j]
    order[j] = other
  }
  return order.filter((edge) => edgeState[edge] === 0)
}

/** Damages a random part of the network as one action that can be undone. */
export const useDamage = defineStore('damage', () => {
  const run = useRun()
  const stream = useStream()
  const fraction = ref(0.2)
  const seed = ref(1)
  const action = ref<'cut' | 'freeze'>('cut')
  /** The edges of the last damage that was not undone. */
  const damaged = shallowRef<readonly number[]>([])
  const count = computed(() =>
    Math.max(1, Math.round(fraction.value * (run.description?.edges.length ?? 0))),
  )

  async function apply(): Promise<void> {
    const edges = run.description?.edges.length ?? 0
    const state = stream.frame()?.state.edgeState ?? new Uint8Array(edges)
    const order = damageOrder(state, seed.value)
    if (order.length === 0) return
    const changes = order.map((edge) => ({ edge, action: action.value }))
    const changed = await run.changeEdges({ changes, most: count.value })
    if (changed !== null) damaged.value = [...damaged.value, ...changed]
  }

  async function undo(): Promise<void> {
    const changes = damaged.value.map((edge) => ({ edge, action: 'restore' as const }))
    if (changes.length === 0) return
    if ((await run.changeEdges({ changes })) !== null) damaged.value = []
  }
  watch(
    () => run.description,
    () => {
      damaged.value = []
    },
  )
  return { fraction, seed, action, damaged, count, apply, undo }
})
