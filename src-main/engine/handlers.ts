import type { EngineCommand } from '@contract'
import type { RunController } from '../run/controller'
import type { RunKeeper } from '../run/store'
import type { BoardConnection } from '../board'
import type { Studies, Sweeps } from '../sweep'
import { boardHandlers } from './boardHandlers'
import { inputHandlers } from './inputs'
import { libraryHandlers } from './libraryHandlers'
import { pickUp } from './pickUp'
import { reportHandlers, type Reports } from './reportHandlers'
import type { EngineReply, EngineRequest } from './protocol'
import { studyHandlers } from './studyHandlers'
import { sweepHandlers } from './sweepHandlers'
import { watchingHandlers } from './watchingHandlers'

export type EngineHandlers = {
  [K in EngineCommand]: (request: EngineRequest<K>) => Promise<EngineReply<K>>
}

/** One row per command: what the engine does when asked. */
export function engineHandlers(
  controller: RunController,
  reports: Reports,
  board: BoardConnection,
  keeper: RunKeeper,
  sweeps: Sweeps,
  studies: Studies,
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
    history: async (request) => controller.looks.history(request),
    histories: async ({ parts }) => parts.map((part) => controller.looks.history(part)),
    ...watchingHandlers(controller),
    ...boardHandlers(board),
    boardPickUp: () => pickUp(controller, keeper, board),
    twin: async ({ on }) => void (await controller.twin(on)),
    ...libraryHandlers(controller, keeper),
    record: () => controller.record(),
    ...reportHandlers(controller, reports, keeper),
    ...inputHandlers,
    ...sweepHandlers(sweeps),
    ...studyHandlers(studies),
  }
}
