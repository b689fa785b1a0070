export { exampleChanges, updateMoments, type UpdateMoments } from './moments'
export { Observer, type Observables, type Watching } from './observer'
