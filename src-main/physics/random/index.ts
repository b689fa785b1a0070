export { Draws } from './draws'
export { RandomStream, purposes, threshold, type Purpose } from './stream'
