export { Draws } from './draws'
export { logNormal } from './logNormal'
export { RandomStream, purposes, threshold, type Purpose } from './stream'
