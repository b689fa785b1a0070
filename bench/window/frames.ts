import type { TraceEvent } from './trace'

/** Above this a task keeps a user waiting. */
const LONG_MS = 50

/** Milliseconds that the window's main thread was busy for each frame, with all that it did. */
export interface MainThread {
  /** Of its processor. */
  cpu: number[]
  /** Of the wall clock: what other programs take is in it. */
  wall: number[]
  seconds: number
  /** Tasks of more than 50 ms, by the wall clock and by the processor's. */
  long: { wall: number; cpu: number }
}

/** Sums all tasks from one main frame to the next. */
export function mainThread(events: readonly TraceEvent[]): MainThread {
  const thread = events.find(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  )
  if (thread === undefined) throw new Error('the trace has no main thread of a window')
  const own = events
    .filter(({ pid, tid, ph }) => pid === thread.pid && tid === thread.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts)
  const tasks = own.filter(({ name }) => name.endsWith('::RunTask'))
  const frames = own.filter(({ name }) => name === 'ProxyMain::BeginMainFrame')
  const [first, last] = [tasks[0], tasks[tasks.length - 1]]
  const result: MainThread = {
    cpu: frames.map(() => 0),
    wall: frames.map(() => 0),
    seconds: (last.ts - first.ts) / 1e6,
    long: { wall: 0, cpu: 0 },
  }
  let frame = 0
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // A task counts for the frame that it makes, or for the next one.
    while (frame < frames.length && frames[frame].ts < ts) frame++
    if (dur > 1000 * LONG_MS) result.long.wall++
    if (tdur > 1000 * LONG_MS) result.long.cpu++
    if (frame >= frames.length) continue
    result.wall[frame] += dur / 1000
    result.cpu[frame] += tdur / 1000
  }
  return result
}
