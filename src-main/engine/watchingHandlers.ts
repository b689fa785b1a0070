import type { RunController } from '../run/controller'
import type { EngineReply, EngineRequest } from './protocol'

type WatchingCommand =
  'watch' | 'observables' | 'edgeHistory' | 'changeEdges' | 'spins' | 'spinHistory'

/** The commands that look closer than a frame, and damage to many edges as one. */
export function watchingHandlers(controller: RunController): {
  [K in WatchingCommand]: (request: EngineRequest<K>) => Promise<EngineReply<K>>
} {
  return {
    watch: async (watching) => void (await controller.watch(watching)),
    observables: () => controller.looks.observables(),
    edgeHistory: async ({ rows, fromStep, toStep }) =>
      controller.looks.edgeHistory(rows, fromStep, toStep),
    spins: ({ step, example }) => controller.looks.spins(step, example),
    spinHistory: ({ part }) => controller.looks.spinHistory(part),
    changeEdges: ({ changes, most }) => controller.changeEdges(changes, most),
  }
}
