export { Condition, illConditioned } from './condition'
export { solveNetwork, tooUneven, type Held, type Solution } from './solveNetwork'
