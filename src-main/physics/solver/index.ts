export type { Kernel } from './kernel'
export type {
  MarchBatches,
  MarchOrder,
  MarchRule,
  MarchSelection,
  MarchTask,
  Stepper,
} from './march'
export { makePlan, type Plan, type Positions } from './plan'
export { KernelStepper } from './stepper'
export { TapeKernel } from './tape'
