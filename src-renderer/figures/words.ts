import type { Change, Gap, MachineDescription } from '@contract'
import type { EdgeQuantity, EdgeState, LawName, NodeQuantity, PlaceUnit } from './kinds'
import { spinWords } from './spinWords'

/** Columns of the tables of figures, by their names in files. */
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
  error: string
  finalError: string
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

const many = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`

/** The words of figures in English, which reports and records have in every window. */
export const english: FigureWords = {
  error: 'error (V²)',
  finalError: 'final error (V²)',
  errorUnit: 'V²',
  voltageUnit: 'V',
  ofSpins: spinWords,
  accuracy: 'accuracy',
  zeros: ', zeros at the lower edge',
  clock: 'run time (h:min:s)',
  places: {
    step: 'step',
    'expected updates per edge': 'expected updates per edge',
    'run time': 'run time',
  },
  atStep: (step) => `step ${step}`,
  atTime: (time) => `${time} run time`,
  atUpdates: (updates) => `${updates} updates per edge`,
  spanTime: (duration) => `${duration} of run time`,
  spanSteps: (steps) => `${steps} steps`,
  spanUpdates: (updates) => `${updates} expected updates per edge`,
  noValues: 'No values yet.',
  fromTo: (series, from, to) => `${series} from ${from} to ${to}`,
  loss: (span, parts, gaps) =>
    `Over ${span}: ${parts.join('; ')}.` +
    (gaps > 0 ? ` ${many(gaps, 'gap', 'gaps')} in what was seen.` : ''),
  more: (count) => `${count} more`,
  moreColumns: (count) => `${many(count, 'more column is', 'more columns are')} in the CSV file.`,
  columns: Object.fromEntries(columnNames.map((name) => [name, name])) as Record<
    ColumnName,
    string
  >,
  moreRows: (count) => `${count} more rows are in the CSV file.`,
  lossColumns: ['Series', 'Place', 'Mean', 'Least', 'Most'],
  edge: 'edge',
  edges: 'edges',
  updates: 'updates',
  step: 'step',
  stepsReceived: 'steps received',
  noUpdates: 'No edge has updated yet.',
  raster: ({ edges, received, first, last, share, gaps }) =>
    `Updates of ${edges} edges on ${received === null ? 'steps' : `${received} received steps from`} ` +
    `${first} to ${last}: ${share} % of all edges and steps.` +
    (gaps > 0 ? ` ${many(gaps, 'gap', 'gaps')} among them.` : ''),
  starved: (count) => ` ${count} wait for an update far too long.`,
  resting: (count) => ` ${many(count, 'rests', 'rest')}.`,
  now: 'now',
  atStart: 'at step 0',
  conductance: (unit) => `conductance (${unit})`,
  bin: (from, to, count) => `${from} to ${to}: ${count} edges`,
  noConductances: 'No conductances yet.',
  conductances: ({ edges, low, high, mean, initial }) =>
    `Conductances of ${edges} edges between ${low} and ${high}, ` +
    `mean ${mean}; at step 0 the mean was ${initial.replace(/\.$/, '')}.`,
  level: 'level (in order of resistance)',
  levels: 'levels',
  levelBin: (first, last, conductance, count) =>
    `${first === last ? `Level ${first}` : `Levels ${first} to ${last}`} (${conductance}): ${count} edges`,
  marked: (name) => ` · ${name} marked`,
  edgeHistory: ({ shown, all, last, low, high, one }) =>
    `Conductances of ${shown}${shown < all ? ` of ${all}` : ''} edges from step 0 to ${last}; ` +
    `they now lie between ${low} and ${high}.${one}`,
  edgeMarks: { chosen: 'chosen', highest: 'highest', middle: 'middle', lowest: 'lowest' },
  edgeAt: (name, value) => ` ${name} is at ${value}.`,
  measured: 'measured',
  intervals: 'intervals',
  expected: (law) => `expected (${law})`,
  laws: {
    'every step': 'every step',
    geometric: 'geometric',
    'pooled geometric': 'pooled geometric',
    triangular: 'triangular',
    'fixed period': 'fixed period',
  },
  exponential: 'exponential',
  intervalBin: (steps, measured, expected) =>
    `${steps} steps: ${measured}${expected === null ? '' : `, expected ${expected}`}`,
  timeBin: (from, to, measured, expected) => `${from} to ${to}: ${measured}, expected ${expected}`,
  stepsBetween: 'steps between updates',
  timeBetween: 'time between updates (s)',
  simulatedTime: 'simulated time (s)',
  overTime: (time) => ` They span ${time} of simulated time.`,
  intervalTitle: (name, total, mean) => `${name} · ${total} intervals, mean ${mean}`,
  noIntervals: 'No edge has updated twice yet.',
  intervalSummary: (total, mean, law) =>
    `${total} intervals between updates of an edge, mean ${mean} steps` +
    `${law === null ? '' : `; the expected law is ${law}`}.`,
  timeIntervalSummary: (total, mean) =>
    `${total} intervals between updates of an edge, mean ${mean} of simulated time; the expected law is exponential.`,
  freedom: 'd.f.',
  asExpected: 'all as expected',
  others: (share) => `${share} others`,
  noTest: 'no test: edges take turns',
  needed: (total, needed) => `${total} of ${needed} for a test`,
  explained: {
    tested:
      'Pearson’s chi-square test against the expected law, nothing fitted, bins pooled to at least 5 expected. If the law holds, chance alone gives a worse fit with probability p.',
    fixed:
      'The schedule leaves nothing to chance: every interval is the same, and there is nothing to test.',
    dependent:
      'In a sweep one edge’s turn is another’s wait: intervals are not independent, so that a chi-square test would not hold.',
    few: 'Intervals that the run cuts short are missing; from 2 E² intervals on they no longer bias a chi-square test.',
  },
  output: 'output',
  target: 'target',
  voltage: 'voltage (V)',
  desiredVoltage: 'desired voltage (V)',
  outputVoltage: 'output voltage (V)',
  desired: (name, output, target) => `${name}: ${output}, desired ${target}`,
  noOutputs: 'No outputs yet.',
  outputs: (examples, outputs, mean, worst) =>
    `${many(examples, 'example', 'examples')} on ${many(outputs, 'output', 'outputs')}: mean distance from the ` +
    `desired voltage ${mean}, largest ${worst}.`,
  correct: (share, correct, total, set) => `${share} · ${correct} of ${total} ${set}`,
  confused: (count, row, truth, answer) => `${count} of ${row} ${truth} answered as ${answer}`,
  answer: 'answer',
  trueClass: 'true class',
  confusion: (correct, total, set, share) =>
    `${correct} of ${total} ${set} answered right (${share}).`,
  symbols: { 'rule.levelStep': 'level step', 'rule.rate': 'rate' },
  edgeChange: (action, name) => `${action} ${name}`,
  sourceChange: (action, source) => `${action} source ${source}`,
  changes: (count) => `${count} changes`,
  gaps: {
    unplugged: 'unplugged',
    line: 'lost on the line',
    released: 'port released',
    program: 'program restarted',
  },
  gap: (reason, duration, steps, one) =>
    `${reason}, ${duration}, ${steps} ${one ? 'step' : 'steps'} not seen`,
  roles: { source: 'source', ground: 'ground', target: 'target', hidden: 'hidden' },
  edgeStates: { learns: 'learns', cut: 'cut', frozen: 'frozen', stuck: 'stuck' },
  quantities: {
    conductance: 'conductance',
    current: 'current, free',
    power: 'power, free',
    rate: 'updates per step',
    contrast: 'contrast, free − clamped',
    phase: 'phase',
    response: 'response',
  },
  perStep: '/ step',
  none: 'none',
  damaged: (count, state) => `; ${count} ${state}`,
  network: ({ nodes, edges, sources, grounds, targets, damaged }) =>
    `Network of ${nodes} nodes and ${edges} edges; ` +
    `sources ${sources}; grounds ${grounds}; targets ${targets}${damaged}.`,
  identical: 'identical so far',
  apart: (step) => `apart since step ${step}`,
  twin: (step, verdict, distance) => `Board less twin at step ${step}: ${verdict}; ${distance}.`,
  answerOf: 'answer',
  affectedPart: 'affected',
  response: ({ affected, free, part, answer, examples, starts }) =>
    `${affected} of ${free} free spins answer to inputs and outputs above ${part} of the largest; ` +
    `the outputs turn ${answer} rad per rad of an input; means over ${many(examples, 'example', 'examples')} ` +
    `and ${many(starts, 'start', 'starts')}.`,
  evolution: ({ last, from, to, affected }) =>
    `Up to step ${last} the answer of the outputs went from ${from} to ${to} per rad; ${affected} of the free spins are affected.`,
  noDisplacement: 'No displacement yet.',
  displacement: (value, lag, exponent) =>
    `Mean squared displacement ${value} over ${lag} steps` +
    `${exponent === null ? '' : `, growing as lag to the ${exponent}`}.`,
}

/** The words of a figure of a run: spins have phases, couplings and a cost. */
export const wordsOf = (words: FigureWords, model: MachineDescription['model']): FigureWords =>
  model === 'xy' ? { ...words, ...words.ofSpins } : words
