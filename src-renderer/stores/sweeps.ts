import type { SweepEntry, SweepPlan, SweepStatus } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ask } from './ask'
import { useConnection } from './connection'
import { latestWins } from './latest'

/** The sweeps of the laboratory: which there are, how far each is, and which is looked at. */
export const useSweeps = defineStore('sweeps', () => {
  const entries = shallowRef<readonly SweepEntry[]>([])
  const directory = ref('')
  const loaded = ref(false)
  const chosen = ref<string | null>(null)
  const plan = shallowRef<SweepPlan | null>(null)
  const entry = computed(() => entries.value.find(({ id }) => id === chosen.value) ?? null)

  const load = latestWins(async (_: null) => {
    const outcome = await ask('sweeps', undefined)
    if (!outcome.ok) return
    entries.value = outcome.value.entries
    directory.value = outcome.value.directory
    loaded.value = true
    if (entry.value === null && entries.value.length > 0) await choose(entries.value[0].id)
  })

  const refresh = () => load(null)

  const readPlan = latestWins(async (id: string) => {
    const outcome = await ask('sweepRead', { id })
    if (outcome.ok && chosen.value === id) plan.value = outcome.value.plan
  })

  async function choose(id: string): Promise<void> {
    if (chosen.value === id && plan.value !== null) return
    chosen.value = id
    plan.value = null
    await readPlan(id)
  }

  function take(status: SweepStatus): void {
    const known = entries.value.some(({ id }) => id === status.id)
    if (!known) return void (loaded.value && refresh())
    entries.value = entries.value.map((one) => (one.id === status.id ? { ...one, ...status } : one))
  }
  useConnection().onSweep(take)

  async function start(wanted: SweepPlan): Promise<boolean> {
    const outcome = await ask('sweepStart', { plan: wanted })
    if (!outcome.ok) return false
    const { value } = outcome
    entries.value = [value, ...entries.value.filter(({ id }) => id !== value.id)]
    await choose(value.id)
    return true
  }

  async function turn(
    how: 'sweepPause' | 'sweepStop' | 'goOn' | 'retry',
    { id }: Pick<SweepEntry, 'id'>,
  ): Promise<void> {
    const outcome =
      how === 'sweepPause' || how === 'sweepStop'
        ? await ask(how, { id })
        : await ask('sweepGoOn', { id, retryFailed: how === 'retry' })
    if (outcome.ok) take(outcome.value)
  }

  async function trash({ id }: Pick<SweepEntry, 'id'>): Promise<void> {
    const outcome = await ask('sweepTrash', { id })
    if (!outcome.ok) return
    entries.value = entries.value.filter((one) => one.id !== id)
    chosen.value = null
    plan.value = null
    if (entries.value.length > 0) await choose(entries.value[0].id)
  }

  return { entries, directory, loaded, chosen, entry, plan, refresh, choose, start, turn, trash }
})
