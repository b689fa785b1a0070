import { conductanceRange, edgeRange, edgeValues, type NetworkInput, type Range } from '@figures'
import { useArrangement } from '../stores/arrangement'
import { useRun } from '../stores/run'
import { useStream } from '../stores/stream'

/** What the network's figure shows now, on a scale that rests while it fits. */
export function useNetworkInput(): { input(): NetworkInput | null; forget(): void } {
  const arrangement = useArrangement()
  const run = useRun()
  const stream = useStream()
  let range: Range | null = null

  function input(): NetworkInput | null {
    const description = run.description
    if (description === null) return null
    const frame = stream.frame()
    const state = frame?.state ?? {
      conductance: description.initialConductance,
      edgeState: new Uint8Array(description.edges.length),
      freeV: new Float64Array(description.nodes.length),
      clampedV: new Float64Array(description.nodes.length),
    }
    const { quantity, places, view } = arrangement
    const how = {
      places: places ?? description.nodes,
      view,
      voltages: { free: state.freeV, clamped: state.clampedV, none: null }[arrangement.voltages],
    }
    if (quantity === 'conductance') {
      // The colour scale only grows during a run, so that a colour keeps its meaning.
      const [low, high] = conductanceRange({ description, state })
      range = [low, Math.max(high, range?.[1] ?? 0)]
      return { description, state, range, ...how }
    }
    const steps = frame?.step ?? 0
    const updates = frame && steps > 0 ? { counts: frame.timing.updates, steps } : null
    const values = edgeValues(quantity, description, state, updates)
    range = edgeRange(quantity, values, range)
    return { description, state, scale: { quantity, values, range }, ...how }
  }

  /** Another run or quantity: its scale begins anew. */
  function forget(): void {
    range = null
  }
  return { input, forget }
}
