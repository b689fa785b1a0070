export { INTERVAL_BINS, type IntervalCounter } from './counter'
export { makeIntervalCounter } from './make'
