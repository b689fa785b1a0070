export type { Kernel } from './kernel'
export { makePlan, type Plan } from './plan'
export { TapeKernel } from './tape'
