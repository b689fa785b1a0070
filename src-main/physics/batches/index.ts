export { Batches, type BatchSpec } from './batches'
