export type { Errors } from './evaluation'
export { Learner, type Parts, type Record } from './learner'
export { makeLearner, type LearnerSpec } from './make'
