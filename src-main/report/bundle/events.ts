import type { RunFile } from '@contract'

/** `events.jsonl`: what happened to the run, one JSON object a line, in the order of its steps. */
export function eventLines({ config, problems, board, startedAt, result }: RunFile): string {
  const made = config.adjustments.filter(({ step }) => step <= result.steps)
  const events: { step: number | null; kind: string; [more: string]: unknown }[] = [
    { step: 0, kind: 'started', at: startedAt },
    ...made.map(({ step, change }) => ({ step, kind: 'adjusted', change })),
    ...(board?.gaps ?? []).map((gap) => ({ step: gap.fromStep, kind: 'gap', gap })),
    { step: result.steps, kind: 'ended', hash: result.hash },
  ]
  events.sort((a, b) => (a.step ?? 0) - (b.step ?? 0))
  // A problem carries no step: it stands after what does.
  const all = [...events, ...problems.map((problem) => ({ step: null, kind: 'problem', problem }))]
  return all.map((event) => `${JSON.stringify(event)}\n`).join('')
}
