export { PoissonClocks } from './clocks'
export { EventKernel, REFACTOR_EVERY, type EventOrder } from './kernel'
export { EventMarcher } from './marcher'
export { makeEventPlan, type EventPlan } from './plan'
