export { quantiseDrive } from './drive'
export { perfect, type ImperfectionsSpec } from './imperfections'
export { drawBroken, resistanceFactors, type BrokenEdges } from './parts'
export { makeReadings, type Readings } from './readings'
