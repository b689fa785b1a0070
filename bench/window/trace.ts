import type { Page } from '@playwright/test'

/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  /** Of the wall clock, and of the thread's own. */
  dur?: number
  tdur?: number
  args: Record<string, unknown>
}

/** What the tasks and the main frames of all threads were while `work` went on. */
export async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { recordMode: 'recordContinuously', includedCategories: ['toplevel', 'cc'] },
  })
  await work()
  const ended = new Promise<string>((done, fail) => {
    session.once('Tracing.tracingComplete', ({ stream }) => {
      if (stream === undefined) fail(new Error('the trace has no stream'))
      else done(stream)
    })
  })
  await session.send('Tracing.end')
  const handle = await ended
  const parts: string[] = []
  for (let more = true; more;) {
    const { data, eof, base64Encoded } = await session.send('IO.read', { handle, size: 1 << 24 })
    parts.push(base64Encoded === true ? Buffer.from(data, 'base64').toString() : data)
    more = !eof
  }
  await session.detach()
  const whole = JSON.parse(parts.join('')) as { traceEvents: TraceEvent[] }
  return whole.traceEvents
}
