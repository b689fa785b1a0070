import type { StudyForm, SweepPlan } from '@contract'
import { costs } from '../study/costs'
import { perform, KeptLab, StudyStopped, type NamedStudy, type StudyStamp } from '../study'
import type { Making } from '../study/thread'
import type { StudiesParts, Workshop } from './studiesParts'
import { StudyProgress } from './studyProgress'

export interface WorkParts {
  study: NamedStudy
  form: StudyForm
  folder: string
  stamp: StudyStamp
  workshop: Workshop
  /** The runs of a plan begin. */
  begun(): void
  /** A run was done. */
  done(): void
}

/** One study while it is made: its thread, its runs, and how far it is. */
export class StudyWork {
  /** Whose runs are under way, or were last. */
  plan: SweepPlan | null = null
  private readonly lab: KeptLab
  private readonly counted: StudyProgress
  private making: Making | null = null
  private stop: (why: StudyStopped) => void = () => undefined
  private readonly stopped = new Promise<never>((_, reject) => (this.stop = reject))

  constructor(
    private readonly parts: Pick<StudiesParts, 'make' | 'write' | 'versions' | 'nowMs'>,
    private readonly of: WorkParts,
  ) {
    const { study, form, folder, workshop } = of
    this.counted = new StudyProgress(costs[study.name][form], parts.nowMs)
    this.lab = new KeptLab({
      folder,
      ...workshop,
      nowMs: parts.nowMs,
      begun: (sweep, runner) => {
        this.counted.begin(runner)
        this.plan = sweep.plan
        of.begun()
      },
      done: of.done,
    })
    // Nobody may be waiting when it is stopped.
    this.stopped.catch(() => undefined)
  }

  progress = () => this.counted.now()

  /**
   * Makes it and writes its report beside its runs.
   * @throws StudyStopped, and whatever its runs or its report break by
   */
  async run(): Promise<void> {
    const { study, form, folder } = this.of
    const inThread: NamedStudy = {
      ...study,
      make: (_, lab, settings) => {
        this.making = this.parts.make({ study: study.name, form, settings }, lab)
        return Promise.race([this.making.findings, this.stopped])
      },
    }
    try {
      await this.parts.write(folder, await perform(inThread, this.performing()))
    } finally {
      this.making?.end()
    }
  }

  suspend(): void {
    this.lab.suspend()
    this.counted.suspend()
  }

  goOn(): void {
    this.counted.goOn()
    this.lab.goOn()
  }

  /** Gives up the runs under way; what is written stays. */
  end(): void {
    this.lab.stop()
    this.stop(new StudyStopped())
    this.making?.end()
  }

  private performing(): Parameters<typeof perform>[1] {
    const { study, form, stamp } = this.of
    const { laboratoryStepS, machine } = stamp
    const step = laboratoryStepS === null ? '' : ` --lab-step ${1000 * laboratoryStepS}`
    const board = study.name === 'board' ? ' --board virtual' : ''
    return {
      form,
      settings: laboratoryStepS === null ? {} : { laboratoryStepS },
      lab: this.lab,
      machine,
      again: `desynclab study ${study.name} --${form}${board}${step} --out ${study.name}`,
      versions: this.parts.versions,
      nowMs: this.parts.nowMs,
      begun: stamp,
    }
  }
}
