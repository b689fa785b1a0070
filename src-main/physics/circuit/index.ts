export { Condition, illConditioned } from './condition'
export { solveNetwork, type Held, type Solution } from './solveNetwork'
