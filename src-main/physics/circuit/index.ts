export { solveNetwork, type Held, type Solution } from './solveNetwork'
