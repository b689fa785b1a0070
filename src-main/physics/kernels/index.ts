export { makeKernel, type KernelChoice } from './kernel'
export { choosePlan, type FactorPlan } from './plan'
