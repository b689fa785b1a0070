/** A graph of conductances: N nodes, E edges. Conductances that change belong to the rule. */
export interface Network {
  /** N distinct names. */
  readonly names: readonly string[]
  /** N places in the unit square, y downwards; for drawing only. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** E node indices: edge e joins a[e] and b[e]. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** E initial conductances where the network brings its own, in the unit of the rule. */
  readonly conductance?: Float64Array
  /** E parameter numbers where edges share parameters; left out: each its own. */
  readonly shared?: Int32Array
}

/** Which nodes are held and read; node indices, all distinct. */
export interface Roles {
  /** Held at the inputs of an example, in their order. */
  readonly sources: Int32Array
  /** Held at 0 V. */
  readonly grounds: Int32Array
  /** Read as outputs, held there in the clamped state. */
  readonly targets: Int32Array
}
