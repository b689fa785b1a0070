import { pictureRun, type GivenPictures, type PictureSummary, type RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { said } from '../i18n/said'
import { ask, askQuietly } from './ask'
import { useDialogs } from './dialogs'
import {
  firstPictureDraft,
  pictureChoiceOf,
  pictureFindings,
  stackOfDraft,
  type PictureDraft,
} from './pictureChoice'
import { useProblems } from './problems'
import { useRun } from './run'

interface Offered {
  files: GivenPictures
  summary: PictureSummary
}

/** Files of pictures that wait for the choice of what a run takes of them. */
export const usePictureImport = defineStore('pictureImport', () => {
  const run = useRun()
  const dialogs = useDialogs()
  const problems = useProblems()
  const offered = shallowRef<Offered | null>(null)
  const draft = ref<PictureDraft | null>(null)
  const busy = ref(false)
  /** Why the engine or the machine refused the choice. */
  const refused = ref<string | null>(null)
  const findings = computed(() =>
    offered.value === null || draft.value === null
      ? []
      : pictureFindings(draft.value, offered.value.summary),
  )
  const stack = computed(() =>
    offered.value === null || draft.value === null
      ? null
      : stackOfDraft(draft.value, offered.value.summary),
  )

  async function begin(files: GivenPictures): Promise<void> {
    const outcome = await ask('readPictures', { files })
    if (!outcome.ok) return
    offered.value = { files, summary: outcome.value }
    draft.value = firstPictureDraft(outcome.value)
    refused.value = null
    dialogs.shown = 'pictures'
  }

  // The files are let go of, also where another dialog takes the place.
  watch(
    () => dialogs.shown,
    (now) => {
      if (now === 'pictures') return
      offered.value = null
      draft.value = null
    },
  )

  /** Makes the chosen pictures the task of a new run from step 0. */
  async function take(): Promise<void> {
    const [given, chosen, { config }] = [offered.value, draft.value, run]
    if (given === null || chosen === null || config === null || busy.value) return
    if (findings.value.length > 0) return
    busy.value = true
    const { files, summary } = given
    const outcome = await askQuietly('picturesTask', {
      files,
      choice: pictureChoiceOf(chosen, summary),
    })
    if (outcome.ok) {
      if (run.running) await run.pause()
      const name = summary.train.images.replace(/\.[^.]*$/, '')
      const batch = Math.min(config.batch.size, outcome.value.trainExamples)
      const wanted: RunConfig =
        chosen.network === 'stack' && stack.value !== null
          ? { ...pictureRun(outcome.value, stack.value, config), name }
          : {
              ...{ ...config, name, machine: run.machine, task: outcome.value, adjustments: [] },
              batch: { ...config.batch, size: batch },
            }
      if (await run.configure(wanted)) dialogs.shown = null
      else {
        const problem = problems.list.find(({ severity }) => severity === 'error')
        refused.value = said(problem?.message ?? 'The machine did not take it.')
      }
    } else refused.value = said(outcome.problem.message)
    busy.value = false
  }

  return { offered, draft, busy, refused, findings, stack, begin, take }
})
