/** What the x axis of a chart over time counts; run time in seconds. */
export type PlaceUnit = 'step' | 'expected updates per edge' | 'run time'

/** Of a law of intervals; figures say it in their own words. */
export type LawName =
  'every step' | 'geometric' | 'pooled geometric' | 'triangular' | 'fixed period'

/** By its number in a frame's `edgeState`. */
export const edgeStates = ['learns', 'cut', 'frozen', 'stuck'] as const
export type EdgeState = (typeof edgeStates)[number]

/** What the colour and the width of an edge can say. */
export const edgeQuantities = ['conductance', 'current', 'power', 'rate', 'contrast'] as const
export type EdgeQuantity = (typeof edgeQuantities)[number]
/** What it can say of couplings. */
export const bondQuantities = ['conductance', 'rate', 'contrast'] as const

/** What the colour of a node can say where it is a spin. */
export type NodeQuantity = 'phase' | 'response'
