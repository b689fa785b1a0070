import type { Reply, Request, StudyForm, StudyName, StudyStatus } from '@contract'
import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { ask, askQuietly } from './ask'
import { useConnection } from './connection'
import { latestWins } from './latest'
import { useProblems } from './problems'

/** Results stream in; their figures are made anew at most so often. */
const EVERY_MS = 1500

/** The studies of the laboratory, and the one that is looked at in one of its forms. */
export const useStudies = defineStore('studies', () => {
  const list = shallowRef<Reply<'studies'> | null>(null)
  const chosen = ref<StudyName>('ideal-cost')
  const form = ref<StudyForm>('quick')
  const shown = shallowRef<Reply<'studyRead'> | null>(null)
  const exporting = ref(false)
  const offer = computed(
    () => list.value?.studies.find(({ study }) => study === chosen.value) ?? null,
  )
  const size = computed(() => offer.value?.forms.find((one) => one.form === form.value) ?? null)
  const status = computed(() => size.value?.status ?? null)

  const load = latestWins(async (_: null) => {
    const outcome = await ask('studies', undefined)
    if (outcome.ok) list.value = outcome.value
  })
  const refresh = () => load(null)

  const read = latestWins(async (id: string) => {
    const outcome = await askQuietly('studyRead', { id })
    if (outcome.ok && status.value?.id === id) shown.value = outcome.value
  })
  const later = useThrottleFn((id: string) => read(id), EVERY_MS, true)

  function take(now: StudyStatus): void {
    if (list.value === null) return
    list.value = {
      ...list.value,
      studies: list.value.studies.map((one) =>
        one.study === now.study
          ? {
              ...one,
              forms: one.forms.map((of) => (of.form === now.form ? { ...of, status: now } : of)),
            }
          : one,
      ),
    }
  }
  useConnection().onStudy(take)
  useConnection().onStartedAgain(() => void (list.value !== null && refresh()))

  watch(
    () => [status.value?.id, status.value?.state, status.value?.startedAt] as const,
    ([id], before) => {
      if (id !== before[0] || status.value === null) shown.value = null
      if (id !== undefined) void read(id)
    },
  )
  watch(
    () => status.value?.progress.finished,
    () => {
      if (status.value !== null && status.value.state !== 'finished') void later(status.value.id)
    },
  )

  /** The form that has something to show comes first. */
  function choose(study: StudyName): void {
    chosen.value = study
    const forms = offer.value?.forms ?? []
    const known = forms.filter((one) => one.status !== null)
    if (known.length > 0 && !known.some((one) => one.form === form.value))
      form.value = known[0].form
  }

  async function start(wanted: Pick<Request<'studyStart'>, 'laboratoryStepS' | 'board'>) {
    const request = { study: chosen.value, form: form.value, ...wanted }
    const outcome = await ask('studyStart', request)
    if (outcome.ok) take(outcome.value)
  }

  async function turn(how: 'studyPause' | 'studyStop' | 'studyGoOn', id: string): Promise<void> {
    const outcome = await ask(how, { id })
    if (outcome.ok) take(outcome.value)
  }

  async function trash(id: string): Promise<void> {
    const outcome = await ask('studyTrash', { id })
    if (outcome.ok) await refresh()
  }

  /** The run of a point as a new run of the Live view, with its end. */
  async function configOf(run: string) {
    if (status.value === null) return null
    const outcome = await ask('studyRun', { id: status.value.id, run })
    return outcome.ok ? outcome.value.config : null
  }

  async function exportReport(id: string): Promise<void> {
    if (exporting.value) return
    exporting.value = true
    const outcome = await ask('exportReport', { study: id })
    exporting.value = false
    if (!outcome.ok || outcome.value === null) return
    const { files, directory } = outcome.value
    const message = `Wrote ${files.length} files to ${directory}.`
    useProblems().raise({ id: 'report-exported', severity: 'info', message }, 'export')
  }
  const openReport = (id: string) => ask('openStudy', { id })

  return {
    ...{ list, chosen, form, offer, size, status, shown, exporting },
    ...{ refresh, choose, start, turn, trash, configOf, exportReport, openReport },
  }
})
