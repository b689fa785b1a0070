/** What `adjust` takes while running; everything else starts again from step 0. */
export const livePaths = [
  'schedule.probability',
  'batch.size',
  'rule.eta',
  'rule.alpha',
  'rule.levelStep',
  'rule.rate',
  'rule.beta',
] as const
export type LivePath = (typeof livePaths)[number]

export const isLive = (path: string): path is LivePath => livePaths.some((live) => live === path)
