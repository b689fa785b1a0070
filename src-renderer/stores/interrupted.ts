import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { askQuietly } from './ask'
import { useStudies } from './studies'
import { useSweeps } from './sweeps'

/** What was at work when the program ended, until it goes on or is put off. */
export const useInterrupted = defineStore('interrupted', () => {
  const sweeps = useSweeps()
  const studies = useStudies()
  const found = shallowRef<{ sweeps: string[]; studies: string[] }>({ sweeps: [], studies: [] })
  const busy = ref(false)
  const count = computed(() => found.value.sweeps.length + found.value.studies.length)

  async function look(): Promise<void> {
    const [those, these] = await Promise.all([
      askQuietly('sweeps', undefined),
      askQuietly('studies', undefined),
    ])
    const statuses = these.ok
      ? these.value.studies.flatMap(({ forms }) => forms.flatMap(({ status }) => status ?? []))
      : []
    const entries = those.ok ? those.value.entries : []
    const left = (all: readonly { id: string; interrupted: boolean }[]) =>
      all.filter((one) => one.interrupted).map(({ id }) => id)
    found.value = { sweeps: left(entries), studies: left(statuses) }
  }

  async function goOn(): Promise<void> {
    busy.value = true
    const { sweeps: those, studies: these } = found.value
    await Promise.all([sweeps.refresh(), studies.refresh()])
    for (const id of those) await sweeps.turn('goOn', { id })
    for (const id of these) await studies.turn('studyGoOn', id)
    busy.value = false
    putOff()
  }
  /** They stay where they are, in the Sweeps view. */
  const putOff = (): void => void (found.value = { sweeps: [], studies: [] })

  return { count, found, busy, look, goOn, putOff }
})
