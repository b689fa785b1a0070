import { ProblemError, type EngineCommand } from '@contract'
import type { ReportInput } from '../report'
import type { RunController } from '../run/controller'
import type { BoardConnection } from '../board'
import { boardHandlers } from './boardHandlers'
import { noBoard } from './noBoard'
import type { EngineReply, EngineRequest } from './protocol'

/** Writes a report into a new or empty folder; names the files that it wrote. */
export type WriteReport = (input: ReportInput, directory: string) => Promise<{ files: string[] }>

export type EngineHandlers = {
  [K in EngineCommand]: (request: EngineRequest<K>) => Promise<EngineReply<K>>
}

/** One row per command: what the engine does when asked. */
export function engineHandlers(
  controller: RunController,
  writeReport: WriteReport,
  board: BoardConnection,
): EngineHandlers {
  return {
    configure: ({ config }) => controller.configure(config),
    present: async () => controller.current(),
    start: async () => void (await controller.start()),
    pause: async () => void (await controller.pause()),
    step: async ({ count }) => void (await controller.step(count)),
    reset: () => controller.reset(),
    adjust: async ({ change }) => void (await controller.adjust(change)),
    pace: async ({ stepsPerSecond }) => void (await controller.pace(stepsPerSecond)),
    history: async (request) => controller.history(request),
    ...boardHandlers(board),
    boardPickUp: withoutBoard,
    twin: withoutBoard,
    record: () => controller.record(),
    async report({ directory }) {
      const { run, frame, description } = await controller.view()
      const input: ReportInput = {
        run,
        description,
        frame,
        history: (series, buckets) =>
          controller.history({ series, fromStep: 0, toStep: null, buckets }),
      }
      const { files } = await writeReport(input, directory)
      return { directory, files }
    },
  }
}

const withoutBoard = (): Promise<never> => Promise.reject(new ProblemError(noBoard))
