export { setKey } from './random'
export { placeOrder, setOrder } from './order'
export { placeSelection, setSelection } from './select'
export { placeState, placeTape, sizeTape } from './tape'
export { placeBasis } from './basis'
export { placeEdges, setDiscrete, setIdeal } from './learn'
export { march, placeRecord, placeTask, setSolver, solveColumns, solveOne } from './march'
export { marchLanes } from './lanes'
export {
  placeLaneDraws,
  placeLanePlan,
  placeLaneState,
  placeLaneTask,
  setLaneLevels,
  sizeLanes,
} from './laneMemory'
export { placeFactors, placeFronts, sizeFronts } from './fronts'
export {
  placeEventDraws,
  placeEventEdges,
  placeEventPlan,
  placeEventRecord,
  placeEventState,
  placeEventTask,
  setEventConstants,
  setEventRule,
  sizeEvents,
} from './eventMemory'
export { isStale, marchEvents, prepareEvent, setStale } from './events'
export { eliminate, takeAway } from './eventFactor'
export { placeSpinGraph, placeSpinStates, setRelaxing, sizeSpins } from './spinMemory'
export { restSpins } from './spins'
export { addIntervals, placeIntervals, placeUpdates } from './intervals'
