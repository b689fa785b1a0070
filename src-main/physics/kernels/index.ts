export { makeKernel, type KernelChoice } from './kernel'
export { LateSolver, type Solver } from './solver'
export { choosePlan, type FactorPlan } from './plan'
