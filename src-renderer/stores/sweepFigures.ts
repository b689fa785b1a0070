import type { Reply, SweepFigure, SweepMeasure } from '@contract'
import { axisName, axisValues } from '@contract'
import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { ask, askQuietly } from './ask'
import { latestWins } from './latest'
import { useSweeps } from './sweeps'

/** Results stream in; their figures are made anew at most so often. */
const EVERY_MS = 1500

/** What the chosen sweep shows, and over which of its axes. */
export const useSweepFigures = defineStore('sweepFigures', () => {
  const sweeps = useSweeps()
  const measure = ref<SweepMeasure>('train')
  const along = ref(0)
  const by = ref<number | null>(null)
  const reference = ref<number | null>(null)
  const figures = shallowRef<readonly SweepFigure[]>([])
  const failures = shallowRef<Reply<'sweepFailures'>['failures']>([])
  const axes = computed(() =>
    (sweeps.plan?.axes ?? []).map((axis) => ({
      name: axisName(axis),
      places: axisValues(axis).map(({ label }) => label),
    })),
  )

  const read = latestWins(async (id: string) => {
    const wanted = { measure: measure.value, along: along.value, by: by.value }
    const outcome = await askQuietly('sweepFigures', { id, ...wanted, reference: reference.value })
    if (outcome.ok && sweeps.chosen === id) figures.value = outcome.value.figures
  })
  const later = useThrottleFn((id: string) => read(id), EVERY_MS, true)

  const readFailures = latestWins(async (id: string) => {
    const outcome = await askQuietly('sweepFailures', { id })
    if (outcome.ok && sweeps.chosen === id) failures.value = outcome.value.failures
  })
  const failuresLater = useThrottleFn((id: string) => readFailures(id), EVERY_MS, true)
  watch(
    () => [sweeps.chosen, sweeps.entry?.progress.failed ?? 0] as const,
    ([id, failed], before) => {
      if (id !== before?.[0] || failed === 0) failures.value = []
      if (id !== null && failed > 0) void failuresLater(id)
    },
    { immediate: true },
  )

  /** p against a clock is the question: 1 is the reference where it is on the axis. */
  function referenceOf(number: number): number | null {
    const place = axes.value[number]?.places.indexOf('1') ?? -1
    return place < 0 ? null : place
  }

  watch(
    () => sweeps.plan,
    (plan) => {
      figures.value = []
      along.value = 0
      by.value = (plan?.axes.length ?? 0) > 1 ? 1 : null
      reference.value = referenceOf(0)
    },
  )
  function turn(number: number): void {
    along.value = number
    if (by.value === number) by.value = null
    reference.value = referenceOf(number)
  }
  watch([() => sweeps.plan, measure, along, by, reference], () => {
    if (sweeps.chosen !== null && sweeps.plan !== null) void read(sweeps.chosen)
  })
  watch(
    () => sweeps.entry?.progress.finished,
    () => {
      if (sweeps.chosen !== null) void later(sweeps.chosen)
    },
  )

  /** The run of a point as a new run of the Live view, with its end. */
  async function configOf(run: string) {
    const { chosen } = sweeps
    if (chosen === null) return null
    const outcome = await ask('sweepRun', { id: chosen, index: Number(run) })
    return outcome.ok ? outcome.value.config : null
  }

  /** Every row in a file that the user names. */
  async function saveTable(form: 'csv' | 'parquet' | 'json'): Promise<void> {
    const { chosen, entry } = sweeps
    if (chosen === null) return
    const outcome = await ask('sweepTable', { id: chosen, form })
    if (!outcome.ok) return
    const name = `${(entry?.name ?? '').replace(/[^\w-]+/g, '-') || 'sweep'}-runs.${form}`
    await ask('saveFile', { name, content: outcome.value.content })
  }

  return {
    ...{ measure, along, by, reference, figures, axes, failures },
    ...{ turn, configOf, saveTable },
  }
})
