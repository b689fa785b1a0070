import {
  conductanceRange,
  edgeRange,
  edgeValues,
  type NetworkInput,
  type NodePaint,
  type Range,
} from '@figures'
import { useArrangement } from '../stores/arrangement'
import { useRun } from '../stores/run'
import { useSpins } from '../stores/spins'
import { useStream } from '../stores/stream'

/** What the network's figure shows now, on a scale that rests while it fits. */
export function useNetworkInput(): { input(): NetworkInput | null; forget(): void } {
  const arrangement = useArrangement()
  const run = useRun()
  const stream = useStream()
  const spins = useSpins()
  let range: Range | null = null

  function input(): NetworkInput | null {
    const description = run.description
    if (description === null) return null
    const newest = stream.frame()
    // The first frame of another run may come before its description, with other nodes and edges.
    const frame = newest?.run === description.run ? newest : null
    const state = formerState() ??
      frame?.state ?? {
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
      ...(spins.present ? { paint: phases(state) } : {}),
    }
    if (quantity === 'conductance') {
      // The colour scale only grows during a run, so that a colour keeps its meaning.
      const [low, high] = conductanceRange({ description, state })
      const most = Math.max(high, range?.[1] ?? 0)
      range = [low < 0 ? -most : low, most]
      return { description, state, range, ...how }
    }
    const steps = frame?.step ?? 0
    const updates = frame && steps > 0 ? { counts: frame.timing.updates, steps } : null
    const values = edgeValues(quantity, description, state, updates)
    range = edgeRange(quantity, values, range, description.model)
    return { description, state, scale: { quantity, values, range }, ...how }
  }

  /** Of spins: the moment of the training that was chosen; null: now. */
  function formerState() {
    const { former } = spins
    return (
      former && {
        conductance: former.coupling,
        edgeState: stream.frame()?.state.edgeState ?? new Uint8Array(former.coupling.length),
        freeV: former.freePhase,
        clampedV: former.nudgedPhase,
      }
    )
  }

  function phases({ freeV, clampedV }: { freeV: Float64Array; clampedV: Float64Array }): NodePaint {
    const values = arrangement.voltages === 'clamped' ? clampedV : freeV
    return { kind: 'phase', values, range: [-Math.PI, Math.PI] }
  }

  /** Another run or quantity: its scale begins anew. */
  function forget(): void {
    range = null
  }
  return { input, forget }
}
