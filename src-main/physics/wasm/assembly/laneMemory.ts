// Where the replicas of lanes.ts find their arrays: addresses are bytes in the arena.

/** Bytes of a row of four numbers, and of the four rows that a position has. */
export const ROW: usize = 32
export const PLACE: i32 = 64

export let free: i32 = 0
export let outputs: i32 = 0
export let sources: i32 = 0
export let entries: i32 = 0
export let innerCount: i32 = 0
export let boundaryCount: i32 = 0
export let edges: i32 = 0
/** As in tape.ts; offsets count positions in 64 bytes, edges and slots in 32. */
export let columnStart: usize = 0
export let rowOf: usize = 0
export let tape: usize = 0
export let inner: usize = 0
export let boundary: usize = 0
export let lower: usize = 0
/** By position: D, b. By position: V_F, V_C - V_F. */
export let work: usize = 0
export let state: usize = 0
export let conductance: usize = 0
export let ends: usize = 0
/** Four words per edge: the greatest that chooses it, and all bits set where it may update. */
export let bound: usize = 0
export let alive: usize = 0
/** Rows: eta, rate, lowest, highest. Key words of the four streams. */
export let settings: usize = 0
export let keys: usize = 0
export let inputs: usize = 0
export let targets: usize = 0
export let examples: usize = 0
export let loss: usize = 0
/** Discrete rule: four levels per edge, and the conductances of the levels. 0: ideal. */
export let top: i32 = 0
export let levelStep: i32 = 0
export let level: usize = 0
export let ofLevel: usize = 0

export function sizeLanes(n: i32, s: i32, o: i32, l: i32, i: i32, b: i32, e: i32): void {
  free = n
  sources = s
  outputs = o
  entries = l
  innerCount = i
  boundaryCount = b
  edges = e
}

export function placeLanePlan(
  starts: usize,
  rows: usize,
  products: usize,
  innerAt: usize,
  boundaryAt: usize,
  endsAt: usize,
): void {
  columnStart = starts
  rowOf = rows
  tape = products
  inner = innerAt
  boundary = boundaryAt
  ends = endsAt
}

export function placeLaneState(
  lowerAt: usize,
  workAt: usize,
  stateAt: usize,
  conductanceAt: usize,
  levelAt: usize,
  ofLevelAt: usize,
): void {
  lower = lowerAt
  work = workAt
  state = stateAt
  conductance = conductanceAt
  level = levelAt
  ofLevel = ofLevelAt
}

export function placeLaneDraws(boundAt: usize, aliveAt: usize, keysAt: usize, set: usize): void {
  bound = boundAt
  alive = aliveAt
  keys = keysAt
  settings = set
}

export function placeLaneTask(i: usize, t: usize, e: usize, l: usize): void {
  inputs = i
  targets = t
  examples = e
  loss = l
}

export function setLaneLevels(topLevel: i32, by: i32): void {
  top = topLevel
  levelStep = by
}
