import { ProblemError } from '@contract'
import type { BundleInput, ReportInput } from '../report'
import type { RunController } from '../run/controller'
import { storedView, type RunKeeper } from '../run/store'
import { realTime } from '../run/time'
import { bundleInput } from './bundleInput'
import { noStore } from './libraryHandlers'
import { createMachine } from './machines'
import type { EngineReply, EngineRequest } from './protocol'

/** What the report room does for the engine. */
export interface Reports {
  page(input: ReportInput): Promise<string>
  /** Into a new or empty folder, or a new archive; names the files in it. */
  write(input: BundleInput, path: string): Promise<{ files: string[] }>
}

/** The page is printed in between, elsewhere: what was viewed is kept until it is written. */
export function reportHandlers(controller: RunController, reports: Reports, keeper: RunKeeper) {
  /** A stored run, which may be the one that is replayed, or the present one. */
  const view = async (wanted: string | undefined): Promise<ReportInput> => {
    const id = wanted ?? controller.replays
    if (id === null || controller.shows(id)) return viewed(controller)
    if (keeper.open === null) throw new ProblemError(noStore)
    return storedView(keeper.open.database, id, createMachine, realTime)
  }
  let kept: { view: number; input: ReportInput } | null = null
  let views = 0
  return {
    async reportPage({ id }: EngineRequest<'reportPage'>): Promise<EngineReply<'reportPage'>> {
      const input = await view(id)
      kept = { view: ++views, input }
      return { view: views, page: await reports.page(input) }
    },
    async report(request: EngineRequest<'report'>): Promise<EngineReply<'report'>> {
      const { directory, pdf, id } = request
      const input = kept !== null && kept.view === request.view ? kept.input : await view(id)
      kept = null
      const printed = typeof pdf === 'string' ? { content: null, why: pdf } : { content: pdf }
      const { files } = await reports.write(
        bundleInput(input, new Date().toISOString(), printed),
        directory,
      )
      return { directory, files }
    },
  }
}

async function viewed(controller: RunController): Promise<ReportInput> {
  const { run, frame, description, physics } = await controller.view()
  return {
    run,
    description,
    frame,
    physics,
    history: (series, buckets) =>
      controller.looks.history({ series, fromStep: 0, toStep: frame.step, buckets }),
  }
}
