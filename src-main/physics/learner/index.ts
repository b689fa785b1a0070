export type { Errors } from './evaluation'
export { Learner, type Parts, type Record, type Watcher } from './learner'
export { makeLearner, type LearnerSpec } from './make'
