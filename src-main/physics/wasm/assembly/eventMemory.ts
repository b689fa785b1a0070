// Where the events of ../../events find their arrays: addresses are bytes in the arena.

export let free: i32 = 0
export let sources: i32 = 0
export let outputs: i32 = 0
export let edges: i32 = 0
export let columnStart: usize = 0
/** Byte offsets of the rows in arrays of numbers. */
export let rowOf: usize = 0
/**
 * Of each column: addresses of the offset of its first row, of its first entry and past its last,
 * and the next column on the path to the root, -1 at a root.
 */
export let columns: usize = 0
/**
 * (a, b, slot) of each edge: rows, b -1 for a ground. Where both ends are held a is -1, and b and
 * slot are the rows of the ends, -1 for a ground.
 */
export let ends: usize = 0
export let lower: usize = 0
export let pivot: usize = 0
export let weight: usize = 0
/** What readPath leaves for changePath: at most the entries and the pivots. */
export let trail: usize = 0
/** Of each column the first of the next supernode. */
export let supernodeEnd: usize = 0
/** Numbers for eliminating a supernode: see eventFactor.ts. */
export let scratch: usize = 0
/** O drops of phi at the edge, O free output voltages. */
export let drops: usize = 0
export let outputV: usize = 0
export let conductance: usize = 0
export let inputs: usize = 0
export let targets: usize = 0
/** Alias table: probability to keep the edge drawn, and what to take else. */
export let keep: usize = 0
export let alias: usize = 0
export let totalRate: f64 = 1
/** Edges that do not change: flags. */
export let learns: usize = 0
/** Per event the factor on alpha; per edge those on changes, and offsets of comparators, V. */
export let gains: usize = 0
export let factor: usize = 0
export let offset: usize = 0
export let examples: usize = 0
export let counts: usize = 0
export let times: usize = 0
export let rang: usize = 0
export let loss: usize = 0
export let level: usize = 0
export let ofLevel: usize = 0
export let top: i32 = 0
export let levelStep: i32 = 0
export let low: f64 = 0
export let high: f64 = 0
/** Learning bias of each example, V^2. */
export let bias: f64 = 0

export function sizeEvents(n: i32, s: i32, o: i32, e: i32): void {
  free = n
  sources = s
  outputs = o
  edges = e
}

export function placeEventPlan(
  starts: usize,
  rows: usize,
  columnsAt: usize,
  endsAt: usize,
  supernodeEndAt: usize,
  scratchAt: usize,
): void {
  columnStart = starts
  rowOf = rows
  columns = columnsAt
  ends = endsAt
  supernodeEnd = supernodeEndAt
  scratch = scratchAt
}

export function placeEventState(
  lowerAt: usize,
  pivotAt: usize,
  weightAt: usize,
  trailAt: usize,
  dropsAt: usize,
  outputAt: usize,
  conductanceAt: usize,
  levelAt: usize,
  ofLevelAt: usize,
): void {
  lower = lowerAt
  pivot = pivotAt
  weight = weightAt
  trail = trailAt
  drops = dropsAt
  outputV = outputAt
  conductance = conductanceAt
  level = levelAt
  ofLevel = ofLevelAt
}

export function placeEventDraws(keepAt: usize, aliasAt: usize, learnsAt: usize): void {
  keep = keepAt
  alias = aliasAt
  learns = learnsAt
}

/** @param factorAt, offsetAt 0: edges do not differ, or read without an offset. */
export function placeEventEdges(gainsAt: usize, factorAt: usize, offsetAt: usize): void {
  gains = gainsAt
  factor = factorAt
  offset = offsetAt
}

export function placeEventTask(i: usize, t: usize, e: usize, c: usize): void {
  inputs = i
  targets = t
  examples = e
  counts = c
}

export function placeEventRecord(timesAt: usize, rangAt: usize, lossAt: usize): void {
  times = timesAt
  rang = rangAt
  loss = lossAt
}

export function setEventRule(t: i32, step: i32, lowest: f64, highest: f64): void {
  top = t
  levelStep = step
  low = lowest
  high = highest
}

export function setEventConstants(rate: f64, perExample: f64): void {
  totalRate = rate
  bias = perExample
}
