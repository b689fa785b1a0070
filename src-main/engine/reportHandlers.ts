import type { BundleInput, ReportInput } from '../report'
import type { RunController } from '../run/controller'
import { bundleInput } from './bundleInput'
import type { EngineReply, EngineRequest } from './protocol'

/** What the report room does for the engine. */
export interface Reports {
  page(input: ReportInput): Promise<string>
  /** Into a new or empty folder, or a new archive; names the files in it. */
  write(input: BundleInput, path: string): Promise<{ files: string[] }>
}

/** The page is printed in between, elsewhere: what was viewed is kept until it is written. */
export function reportHandlers(controller: RunController, reports: Reports) {
  let kept: { view: number; input: ReportInput } | null = null
  let views = 0
  return {
    async reportPage(): Promise<EngineReply<'reportPage'>> {
      const input = await view(controller)
      kept = { view: ++views, input }
      return { view: views, page: await reports.page(input) }
    },
    async report(request: EngineRequest<'report'>): Promise<EngineReply<'report'>> {
      const { directory, pdf } = request
      const input =
        kept !== null && kept.view === request.view ? kept.input : await view(controller)
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

async function view(controller: RunController): Promise<ReportInput> {
  const { run, frame, description } = await controller.view()
  return {
    run,
    description,
    frame,
    history: (series, buckets) =>
      controller.history({ series, fromStep: 0, toStep: frame.step, buckets }),
  }
}
