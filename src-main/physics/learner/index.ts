export { errorsOf, type Errors } from './evaluation'
export { Learner, type Watcher } from './learner'
export { makeLearner, type LearnerSpec } from './make'
export type { Parts, Record } from './parts'
