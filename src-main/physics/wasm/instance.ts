import type { Arena } from './arena'
import { base64 } from './bytes'

/** What assembly/index.ts exports; addresses are bytes in the arena. */
export interface Kernels {
  setKey(key0: number, key1: number): void
  setSelection(kind: number): void
  placeSelection(words: number, bound: number, alive: number): void
  sizeTape(
    free: number,
    sources: number,
    outputs: number,
    entries: number,
    inner: number,
    boundary: number,
  ): void
  placeTape(
    columnStart: number,
    rowOf: number,
    tape: number,
    inner: number,
    boundary: number,
    lower: number,
  ): void
  placeState(work: number, state: number, conductance: number): void
  placeBasis(
    nodes: number,
    columns: number,
    weighted: number,
    moments: number,
    chains: number,
  ): void
  placeEdges(ends: number, level: number, ofLevel: number): void
  setIdeal(low: number, high: number): void
  setDiscrete(top: number, step: number): void
  placeTask(table: number): void
  placeRecord(
    examples: number,
    examplePlaces: number,
    counts: number,
    loss: number,
    masks: number,
  ): void
  /** 0: the tape, 1: fronts. */
  setSolver(kind: number): void
  sizeFronts(free: number, outputs: number, fronts: number, edges: number): void
  placeFronts(
    fronts: number,
    below: number,
    rowInParent: number,
    children: number,
    entries: number,
    ends: number,
  ): void
  placeFactors(factors: number, updates: number, diagonal: number, local: number): void
  placeOrder(order: number, places: number, examples: number, table: number, rowBytes: number): void
  setOrder(key0: number, key1: number, epoch: number, seen: number, size: number): void
  march(firstStep: number, steps: number, eta: number, alpha: number, given: boolean): number
  solveOne(example: number, eta: number): number
  solveColumns(): void
  sizeLanes(
    free: number,
    sources: number,
    outputs: number,
    entries: number,
    inner: number,
    boundary: number,
    edges: number,
  ): void
  placeLanePlan(
    columnStart: number,
    rowOf: number,
    tape: number,
    inner: number,
    boundary: number,
    ends: number,
  ): void
  placeLaneState(
    lower: number,
    work: number,
    state: number,
    conductance: number,
    level: number,
    ofLevel: number,
  ): void
  placeLaneDraws(bound: number, alive: number, keys: number, settings: number): void
  placeLaneTask(inputs: number, targets: number, examples: number, loss: number): void
  setLaneLevels(top: number, step: number): void
  marchLanes(firstStep: number, steps: number, moving: boolean): void
  sizeEvents(free: number, sources: number, outputs: number, edges: number): void
  placeEventPlan(
    columnStart: number,
    rowOf: number,
    columns: number,
    ends: number,
    supernodeEnd: number,
    scratch: number,
  ): void
  placeEventState(
    lower: number,
    pivot: number,
    weight: number,
    trail: number,
    drops: number,
    outputV: number,
    conductance: number,
    level: number,
    ofLevel: number,
  ): void
  placeEventDraws(keep: number, alias: number, learns: number): void
  placeEventTask(inputs: number, targets: number, examples: number, counts: number): void
  placeEventRecord(times: number, rang: number, loss: number): void
  placeEventEdges(gains: number, factor: number, offset: number): void
  setEventRule(top: number, step: number, low: number, high: number): void
  setEventConstants(totalRate: number, bias: number): void
  setStale(stale: boolean): void
  /** Not a boolean here: WebAssembly has 0 and 1. */
  isStale(): number
  prepareEvent(event: number): void
  marchEvents(first: number, count: number, time: number, eta: number, alpha: number): number
  placeSpinGraph(
    spins: number,
    rowStart: number,
    neighbour: number,
    rows: number,
    bias: number,
    order: number,
  ): void
  placeSpinStates(
    states: number,
    rests: number,
    pulledSpin: number,
    pulls: number,
    lanes: number,
    laneBias: number,
  ): void
  sizeSpins(free: number, pulled: number): void
  setRelaxing(tolerance: number, sweeps: number, omega: number, warm: number): void
  restSpins(count: number): void
  placeIntervals(
    edges: number,
    masks: number,
    pieces: number,
    newest: number,
    pairs: number,
    histogram: number,
  ): void
  placeUpdates(updates: number, lastUpdate: number, countedFrom: number): void
  addIntervals(firstStep: number, pieces: number): void
}

let compiled: WebAssembly.Module | null = null

/** Whether this runtime runs the module: SIMD, and no policy against WebAssembly. */
export function isSupported(): boolean {
  if (compiled !== null) return true
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytes())
}

function bytes(): Uint8Array<ArrayBuffer> {
  const characters = atob(base64)
  const decoded = new Uint8Array(characters.length)
  for (let i = 0; i < decoded.length; i++) decoded[i] = characters.charCodeAt(i)
  return decoded
}

/** The module on an arena of its own; compiled once per process, without waiting. */
export function instantiate(arena: Arena): Kernels {
  compiled ??= new WebAssembly.Module(bytes())
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: arena.source } })
  if (!isKernels(exports)) throw new Error('The WebAssembly module has not the exports it should.')
  return exports
}

/** The bytes stand beside this file and a test rebuilds them: one name tells the module. */
function isKernels(exports: object): exports is Kernels {
  return 'marchEvents' in exports
}
