export { Batches, type EpochPlace } from './batches'
export type { BatchSpec } from './spec'
