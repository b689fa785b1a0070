export { makeKernel, type KernelChoice } from './kernel'
export { choosePlan } from './plan'
