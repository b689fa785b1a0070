import {
  ruleSchema,
  scheduleSchema,
  taskSchema,
  type NetworkConfig,
  type Preset,
  type RuleConfig,
  type RunConfig,
  type ScheduleConfig,
  type TaskConfig,
} from '@contract'

type TaskDraft = { task: TaskConfig; network: NetworkConfig; batch: RunConfig['batch'] }

/** What was set for each variant, so that going back to one finds it as it was left. */
export class Drafts {
  private readonly rules = new Map<RuleConfig['kind'], RuleConfig>()
  private readonly schedules = new Map<ScheduleConfig['kind'], ScheduleConfig>()
  private readonly tasks = new Map<TaskConfig['kind'], TaskDraft>()

  /** @param presets give each task its network, roles and batch before it was ever chosen */
  constructor(private readonly presets: readonly Preset[]) {}

  private keep({ rule, schedule, task, network, batch }: RunConfig): void {
    this.rules.set(rule.kind, rule)
    this.schedules.set(schedule.kind, schedule)
    this.tasks.set(task.kind, { task, network, batch })
  }

  withRule(config: RunConfig, kind: RuleConfig['kind']): RunConfig {
    this.keep(config)
    return { ...config, rule: this.rules.get(kind) ?? ruleSchema.parse({ kind }) }
  }

  /** A schedule chosen for the first time takes over the probability in use. */
  withSchedule(config: RunConfig, kind: ScheduleConfig['kind']): RunConfig {
    this.keep(config)
    const kept = this.schedules.get(kind)
    if (kept !== undefined) return { ...config, schedule: kept }
    const inherited =
      (kind === 'bernoulli' || kind === 'rates') && 'probability' in config.schedule
        ? { probability: config.schedule.probability }
        : {}
    return { ...config, schedule: scheduleSchema.parse({ kind, ...inherited }) }
  }

  /** A task needs roles: they come from the draft, or from the first preset with that task. */
  withTask(config: RunConfig, kind: TaskConfig['kind']): RunConfig {
    this.keep(config)
    const draft = this.tasks.get(kind) ?? this.fromPreset(kind)
    if (draft !== undefined) return { ...config, ...draft }
    const network = { ...config.network, roles: { kind: 'random' as const } }
    const targets = kind === 'allostery' ? { targets: { kind: 'random' } } : {}
    const task = taskSchema.parse({ kind, ...targets })
    return { ...config, network, task, batch: { size: 1, draw: 'epoch' } }
  }

  private fromPreset(kind: TaskConfig['kind']): TaskDraft | undefined {
    const preset = this.presets.find(({ config }) => config.task.kind === kind)
    if (preset === undefined) return undefined
    const { task, network, batch } = preset.config
    return { task, network, batch }
  }
}
