import type { Change, Gap } from '@contract'
import type { EdgeQuantity, EdgeState, LawName, NodeQuantity, PlaceUnit } from './kinds'
import type { SweepWords } from './sweep/words'

export const columnNames = [
  'edge',
  'between',
  'now',
  'at step 0',
  'step',
  'from',
  'to',
  'state',
  'conductance',
  'free voltage from',
  'free voltage to',
  'clamped voltage from',
  'clamped voltage to',
  'current',
  'power',
  'contrast',
  'updates',
  'of',
  'name',
  'board less twin',
  'unit',
  'interval',
  'measured',
  'expected',
  'updates in view',
  'simulated time',
  'steps in view',
  'updates since step 0',
  'last update',
  'expected updates',
  'true class',
  'answer',
  'example',
  'output',
  'voltage',
  'desired',
  'node',
  'role',
  'free phase',
  'nudged phase',
  'bias',
  'bias phase',
  'nudge response',
  'input response',
  'both responses',
  'bonds to an input',
  'bonds to an output',
  'affected',
] as const
export type ColumnName = (typeof columnNames)[number]

/** Every word that stands in a figure or in its summary; numbers come formatted, with their units. */
export interface FigureWords {
  sweeps: SweepWords
  error: string
  finalError: string
  /** Over resistors and spins at once: without a unit. */
  mixedError: string
  mixedFinalError: string
  /** Behind an error and a voltage; empty: the number is pure. */
  errorUnit: string
  voltageUnit: string
  /** What is called otherwise where nodes are spins. */
  ofSpins: Partial<Omit<FigureWords, 'ofSpins'>>
  accuracy: string
  zeros: string
  clock: string
  places: Readonly<Record<PlaceUnit, string>>
  atStep(step: string): string
  atTime(time: string): string
  atUpdates(updates: string): string
  spanTime(duration: string): string
  spanSteps(steps: string): string
  spanUpdates(updates: string): string
  noValues: string
  /** Under a place, with its p. */
  signTest(p: string): string
  fromTo(series: string, from: string, to: string): string
  loss(span: string, parts: readonly string[], gaps: number): string
  more(count: number): string
  moreRows(count: number): string
  moreColumns(count: number): string
  columns: Readonly<Record<ColumnName, string>>
  lossColumns: readonly [string, string, string, string, string]
  edge: string
  edges: string
  updates: string
  step: string
  stepsReceived: string
  noUpdates: string
  raster(of: {
    edges: number
    received: number | null
    first: string
    last: string
    share: string
    gaps: number
  }): string
  starved(count: number): string
  resting(count: number): string
  now: string
  atStart: string
  conductance(unit: string): string
  bin(from: string, to: string, count: number): string
  noConductances: string
  conductances(of: {
    edges: number
    low: string
    high: string
    mean: string
    initial: string
  }): string
  level: string
  levels: string
  levelBin(first: number, last: number, conductance: string, count: number): string
  marked(name: string): string
  edgeHistory(of: {
    shown: number
    all: number
    last: string
    low: string
    high: string
    one: string
  }): string
  edgeAt(name: string, value: string): string
  edgeMarks: Readonly<Record<'chosen' | 'highest' | 'middle' | 'lowest', string>>
  measured: string
  intervals: string
  expected(law: string): string
  laws: Readonly<Record<LawName, string>>
  exponential: string
  intervalBin(steps: string, measured: string, expected: string | null): string
  timeBin(from: string, to: string, measured: string, expected: string): string
  stepsBetween: string
  timeBetween: string
  simulatedTime: string
  overTime(time: string): string
  intervalTitle(name: string, total: string, mean: string): string
  noIntervals: string
  intervalSummary(total: string, mean: string, law: string | null): string
  timeIntervalSummary(total: string, mean: string): string
  freedom: string
  asExpected: string
  others(share: string): string
  noTest: string
  needed(total: string, needed: string): string
  explained: Readonly<Record<'tested' | 'fixed' | 'dependent' | 'few', string>>
  output: string
  target: string
  voltage: string
  desiredVoltage: string
  outputVoltage: string
  desired(name: string, output: string, target: string): string
  noOutputs: string
  outputs(examples: number, outputs: number, mean: string, worst: string): string
  correct(share: string, correct: number, total: number, set: string): string
  confused(count: number, row: number, truth: string, answer: string): string
  answer: string
  trueClass: string
  confusion(correct: number, total: number, set: string, share: string): string
  symbols: Partial<Record<Extract<Change, { kind: 'set' }>['path'], string>>
  edgeChange(action: string, name: string): string
  sourceChange(action: string, source: string): string
  changes(count: number): string
  gaps: Readonly<Record<Gap['reason'], string>>
  gap(reason: string, duration: string, steps: string, one: boolean): string
  roles: Readonly<Record<'source' | 'ground' | 'target' | 'hidden', string>>
  edgeStates: Readonly<Record<EdgeState, string>>
  quantities: Readonly<Record<EdgeQuantity | NodeQuantity, string>>
  perStep: string
  none: string
  damaged(count: number, state: string): string
  network(of: {
    nodes: number
    edges: number
    sources: string
    grounds: string
    targets: string
    damaged: string
  }): string
  identical: string
  apart(step: string): string
  twin(step: string, verdict: string, distance: string): string
  answerOf: string
  affectedPart: string
  response(of: {
    affected: number
    free: number
    part: number
    answer: string
    examples: number
    starts: number
  }): string
  evolution(of: { last: string; from: string; to: string; affected: string }): string
  noDisplacement: string
  displacement(value: string, lag: string, exponent: string | null): string
}
