import type { MachineDescription } from '@contract'
import { spinWords } from './spinWords'
import { sweepWords } from './sweep/words'
import { columnNames, type ColumnName, type FigureWords } from './wording'

export { columnNames, type ColumnName, type FigureWords } from './wording'

const many = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`

/** The words of figures in English, which reports and records have in every window. */
export const english: FigureWords = {
  sweeps: sweepWords,
  error: 'error (V²)',
  finalError: 'final error (V²)',
  mixedError: 'error, or cost of spins',
  mixedFinalError: 'final error, or cost of spins',
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
  signTest: (p) => `sign test ${p}`,
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

/** The words of a figure of many runs: errors in V² and costs together have no unit. */
export function wordsOfMany(
  words: FigureWords,
  models: readonly MachineDescription['model'][],
): FigureWords {
  const [first, ...others] = new Set(models)
  if (others.length === 0) return wordsOf(words, first)
  const { mixedError: error, mixedFinalError: finalError } = words
  return { ...words, error, finalError, errorUnit: '' }
}
