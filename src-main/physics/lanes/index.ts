export { Lanes, LANES, type LaneLevels, type Replica } from './lanes'
