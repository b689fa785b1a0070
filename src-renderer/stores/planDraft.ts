import {
  sweepPlanSchema,
  type RunConfig,
  type SweepEstimate,
  type SweepPlan,
  type SweepStop,
} from '@contract'
import { watchDebounced } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { askQuietly } from './ask'
import { axisOf, draftOf, type AxisDraft, type AxisProblem } from './axisText'
import { latestWins } from './latest'
import { useRun } from './run'

/** Typing rests for so long before a plan is tried. */
const REST_MS = 400

/** What stands in the form or in the text of a plan that is being made. */
export const usePlanDraft = defineStore('planDraft', () => {
  const run = useRun()
  const open = ref(false)
  const mode = ref<'form' | 'json'>('form')
  const name = ref('')
  const base = shallowRef<RunConfig | null>(null)
  const axes = ref<AxisDraft[]>([])
  const seeds = ref({ first: 1, count: 10 })
  const stop = ref<SweepStop>({ kind: 'steps', steps: null })
  const json = ref('')
  const estimate = shallowRef<SweepEstimate | null>(null)
  const refusal = ref<string | null>(null)

  const parsedAxes = computed(() => axes.value.map(axisOf))
  const axisProblems = computed(() =>
    parsedAxes.value.map((one): AxisProblem | null => (typeof one === 'string' ? one : null)),
  )

  /** The plan, or what is wrong with it; messages of the schema say what is allowed. */
  const made = computed<{ plan: SweepPlan } | { problem: string } | null>(() => {
    if (mode.value === 'json') return fromText(json.value)
    if (base.value === null) return null
    const good = parsedAxes.value.filter((one) => typeof one !== 'string')
    if (good.length < axes.value.length) return null
    return checked({
      name: name.value.trim(),
      base: base.value,
      axes: good,
      seeds: seeds.value,
      stop: stop.value,
    })
  })
  const plan = computed(() =>
    made.value !== null && 'plan' in made.value ? made.value.plan : null,
  )
  const problem = computed(() =>
    made.value !== null && 'problem' in made.value ? made.value.problem : null,
  )

  /** From the run of the moment: its configuration, with p as the first question. */
  function begin(): void {
    const config = run.config
    if (config === null) return
    base.value = { ...config, adjustments: [] }
    mode.value = 'form'
    name.value = config.name === '' ? '' : `${config.name}, p`
    axes.value = [{ path: 'schedule.probability', values: '0.1, 0.25, 0.5, 1' }]
    if (config.schedule.kind !== 'bernoulli' && config.schedule.kind !== 'rates')
      axes.value = [{ path: 'batch.size', values: '1, 4, 16' }]
    seeds.value = { first: 1, count: 10 }
    const steps = config.stop.steps ?? 2000
    stop.value = { kind: 'steps', steps }
    open.value = true
  }

  function write(given: SweepPlan): void {
    const drafts = given.axes.map(draftOf)
    json.value = JSON.stringify(given, null, 2)
    const whole = drafts.filter((draft) => draft !== null)
    if (whole.length < drafts.length || given.watchCycle || given.follow !== null) {
      mode.value = 'json'
      return
    }
    name.value = given.name
    base.value = given.base
    axes.value = whole
    seeds.value = { ...given.seeds }
    stop.value = { ...given.stop }
  }

  /** What one side has goes to the other; a plan that the form has no place for stays text. */
  function turn(to: 'form' | 'json'): void {
    if (to === mode.value) return
    const present = plan.value
    mode.value = to
    if (present !== null) write(present)
  }

  /** A plan from a file. */
  function take(text: string): void {
    const read = fromText(text)
    open.value = true
    json.value = text
    mode.value = 'json'
    if ('plan' in read) {
      mode.value = 'form'
      write(read.plan)
    }
  }

  const tried = latestWins(async (wanted: SweepPlan | null) => {
    estimate.value = null
    refusal.value = null
    if (wanted === null || !open.value) return
    const outcome = await askQuietly('sweepEstimate', { plan: wanted })
    if (plan.value !== wanted) return
    if (outcome.ok) estimate.value = outcome.value
    else refusal.value = [outcome.problem.message, outcome.problem.tip].filter(Boolean).join(' ')
  })
  watchDebounced(plan, (now) => void tried(now), { debounce: REST_MS })

  return {
    open,
    mode,
    name,
    base,
    axes,
    seeds,
    stop,
    json,
    plan,
    problem,
    axisProblems,
    estimate,
    refusal,
    begin,
    turn,
    take,
  }
})

function fromText(text: string): { plan: SweepPlan } | { problem: string } {
  try {
    return checked(JSON.parse(text))
  } catch (thrown) {
    return { problem: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

function checked(given: unknown): { plan: SweepPlan } | { problem: string } {
  const { success, data, error } = sweepPlanSchema.safeParse(given)
  if (success) return { plan: data }
  const [issue] = error.issues
  return { problem: `${issue.path.join('.') || '(plan)'}: ${issue.message}` }
}
