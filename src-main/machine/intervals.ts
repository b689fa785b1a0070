// When edges updated: a run counts it for every kind of machine, with the kernels of the physics.
export { INTERVAL_BINS, makeIntervalCounter } from '../physics/intervals'
