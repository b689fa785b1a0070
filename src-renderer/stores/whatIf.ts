import { parameterNotes, type RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { t } from '../i18n'
import { meaningOf, unitText } from '../i18n/parameters'
import { edited, valueAt, type Edit } from './edit'
import { useRun } from './run'

/** What can be changed: numbers, switches and kinds, where the configuration has them. */
const offered = [
  'schedule.kind',
  'schedule.probability',
  'schedule.variation',
  'schedule.blocks',
  'schedule.compensate',
  'batch.size',
  'batch.draw',
  'rule.eta',
  'rule.alpha',
  'rule.levels',
  'rule.levelStep',
  'rule.spacing',
  'seed',
  'stop.steps',
  'imperfections.readNoiseV',
  'imperfections.comparatorOffsetV',
  'task.noiseV',
  'network.rows',
  'network.columns',
]

export interface WhatIfField {
  path: string
  meaning: string
  unit: string
  value: string
}

/** The fields of a configuration that can be asked about. */
export function fieldsOf(config: RunConfig): WhatIfField[] {
  return offered.flatMap((path) => {
    const value = valueAt(config, path)
    if (typeof value !== 'number' && typeof value !== 'boolean' && typeof value !== 'string')
      return []
    const unit = unitText(parameterNotes[path]?.unit ?? '')
    return [{ path, meaning: meaningOf(path) || path, unit, value: String(value) }]
  })
}

/** The typed text as what the present value is: a number, a switch or a word. */
function typed(text: string, like: unknown): unknown {
  if (typeof like === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (typeof like !== 'number') return text.trim()
  return text.trim() === '' ? text : Number(text)
}

/**
 * The configuration with one change, under a name that says so. Another kind of schedule comes with
 * its own usual values.
 */
export function whatIf(config: RunConfig, path: string, text: string): Edit {
  const value = typed(text, valueAt(config, path))
  const kind = path === 'schedule.kind'
  const edit = kind ? edited(config, 'schedule', { kind: value }) : edited(config, path, value)
  if (!edit.ok) return { ...edit, path }
  const short = path
    .split('.')
    .slice(kind ? 0 : -1)
    .join(' ')
  const name = `${config.name || 'Run'}, ${short} ${text.trim()}`.slice(0, 120)
  return { ok: true, config: { ...edit.config, name, adjustments: [] } }
}

/** "What would happen with…": the same run with one change, as a new run from step 0. */
export const useWhatIf = defineStore('whatIf', () => {
  const run = useRun()
  const open = ref(false)
  const path = ref('seed')
  const text = ref('')
  const error = ref('')
  const fields = computed(() => (run.config === null ? [] : fieldsOf(run.config)))
  const field = computed(() => fields.value.find((one) => one.path === path.value))

  function choose(next: string): void {
    path.value = next
    text.value = field.value?.value ?? ''
    error.value = ''
  }

  function begin(): void {
    open.value = true
    choose(field.value === undefined ? 'seed' : path.value)
  }

  /** The present run rests and stays in the library; the new one starts. */
  async function go(): Promise<void> {
    if (run.config === null) return
    const edit = whatIf(run.config, path.value, text.value)
    if (!edit.ok) {
      error.value = edit.message
      return
    }
    if (text.value.trim() === field.value?.value) {
      error.value = t('whatIf.same')
      return
    }
    if (run.running && !(await run.pause()).ok) return
    open.value = false
    if (await run.configure(edit.config)) await run.start()
  }
  return { open, path, text, error, fields, field, choose, begin, go }
})
