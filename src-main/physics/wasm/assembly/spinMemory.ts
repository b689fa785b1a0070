// Where spins.ts finds its arrays: addresses are bytes in the arena. x and y of a spin are 16 bytes.

export let spins: i32 = 0
/** Spins that are not held. */
export let free: i32 = 0
/** Spins whose biases a state adds to. */
export let pulled: i32 = 0
/** N + 1 places in rows; 2E offsets of neighbours in a state; 2E couplings; the spins of a sweep. */
export let rowStart: usize = 0
export let neighbour: usize = 0
export let rows: usize = 0
export let order: usize = 0
export let bias: usize = 0
export let pulledSpin: usize = 0
/** K states; K rows of pulls; of each state the largest torque and its sweeps, both f64. */
export let states: usize = 0
export let pulls: usize = 0
export let rests: usize = 0
/** By spin: x of both lanes, y of both; and their biases in the same way. One state needs half. */
export let lanes: usize = 0
export let laneBias: usize = 0

export function placeSpinGraph(
  count: i32,
  starts: usize,
  neighbours: usize,
  couplings: usize,
  biases: usize,
  sweep: usize,
): void {
  spins = count
  rowStart = starts
  neighbour = neighbours
  rows = couplings
  bias = biases
  order = sweep
}

export function placeSpinStates(
  statesAt: usize,
  restsAt: usize,
  pulledAt: usize,
  pullsAt: usize,
  lanesAt: usize,
  laneBiasAt: usize,
): void {
  states = statesAt
  rests = restsAt
  pulledSpin = pulledAt
  pulls = pullsAt
  lanes = lanesAt
  laneBias = laneBiasAt
}

export function sizeSpins(freeSpins: i32, pulledSpins: i32): void {
  free = freeSpins
  pulled = pulledSpins
}

export let tolerance: f64 = 0
export let mostSweeps: i32 = 0
export let omega: f64 = 1
export let warm: i32 = 0

export function setRelaxing(below: f64, sweeps: i32, over: f64, warmSweeps: i32): void {
  tolerance = below
  mostSweeps = sweeps
  omega = over
  warm = warmSweeps
}

export function stateAt(k: i32): usize {
  return states + <usize>k * <usize>spins * 16
}

export function rested(k: i32, residual: f64, sweeps: i32): void {
  const at = rests + ((<usize>k) << 4)
  store<f64>(at, residual)
  store<f64>(at, <f64>sweeps, 8)
}
