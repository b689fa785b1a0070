import { ProblemError, type EngineCommand, type StudyResult } from '@contract'
import { studyReportPage, writeStudy } from '../report/study'
import type { Studies } from '../sweep'
import type { EngineReply, EngineRequest } from './protocol'

type StudyCommand = Extract<EngineCommand, `study${string}` | 'studies'>

/** The commands of studies, which go on without a window. */
export function studyHandlers(studies: Studies): {
  [K in StudyCommand]: (request: EngineRequest<K>) => Promise<EngineReply<K>>
} {
  return {
    studies: async () => studies.list(),
    studyStart: (wanted) => studies.start(wanted),
    studyPause: async ({ id }) => studies.pause(id),
    studyGoOn: ({ id }) => studies.goOn(id),
    studyStop: async ({ id }) => studies.stop(id),
    studyRead: async ({ id }) => studies.read(id),
    async studyRun({ id, run }) {
      const { sweep, row } = studies.run(id, run)
      const { config, seed } = sweep.run(row.index)
      const steps = row.state === 'finished' ? row.result.steps : null
      const name = `${sweep.plan.name}: run ${row.index}, seed ${seed}`.slice(0, 120)
      const machine = { kind: 'simulated' } as const
      return { config: { ...config, machine, name, stop: { steps } } }
    },
    studyTrash: async ({ id }) => ({ movedTo: studies.trash(id) }),
    studyPage: async ({ id }) => ({ page: await studyReportPage(studies.result(id)) }),
    async studyReport({ id, directory, pdf }) {
      const result = studies.result(id)
      const printed = typeof pdf === 'string' ? { content: null, why: pdf } : { content: pdf }
      const performed = { result, rows: rowsOf(studies, id, result) }
      return { directory, files: await writeStudy(directory, performed, printed) }
    },
  }
}

/** Every run of a study by the plans that its result names. @throws ProblemError */
function rowsOf(studies: Studies, id: string, { plans }: StudyResult) {
  return plans.map((plan) => {
    const rows = studies.rows(id, plan)
    if (rows !== null) return { plan, rows }
    throw new ProblemError({
      id: 'study-runs-missing',
      severity: 'error',
      message: `The runs of '${plan.name}' are not in the folder of the study any more.`,
      kept: 'Nothing was written.',
      tip: 'Start the study again.',
    })
  })
}
