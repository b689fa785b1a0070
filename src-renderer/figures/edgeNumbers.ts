import type { Frame, MachineDescription } from '@contract'
import type { ConductanceInput } from './conductance'
import type { EdgeHistoryInput } from './edgeHistory'
import { edgeValues } from './edgeScale'
import { edgeStates } from './kinds'
import type { Numbers } from './numbers'
import type { TwinInput } from './twin'

/** Every edge with its conductance now, at step 0 and at the pinned moment. */
export function conductanceNumbers(input: ConductanceInput, names: readonly string[]): Numbers {
  const { now, initial, pinned, unit } = input
  return {
    columns: [
      { name: 'edge' },
      { name: 'between' },
      { name: 'now', unit },
      { name: 'at step 0', unit },
      ...(pinned ? [{ name: pinned.label, unit }] : []),
    ],
    rows: Array.from(now, (value, edge) => [
      edge,
      names[edge],
      value,
      initial[edge],
      ...(pinned ? [pinned.values[edge]] : []),
    ]),
  }
}

/** A row per step that was kept and is in view, a column per edge. */
export function edgeHistoryNumbers(input: EdgeHistoryInput): Numbers {
  const { history, unit, names, range } = input
  const { step, edges, conductance } = history
  const width = edges.length
  const place = input.place ?? ((at: number) => at)
  const inView = [...step.keys()].filter(
    (row) => range === undefined || (place(step[row]) >= range[0] && place(step[row]) <= range[1]),
  )
  return {
    columns: [{ name: 'step' }, ...Array.from(edges, (edge) => ({ name: names[edge], unit }))],
    rows: inView.map((row) => [step[row], ...conductance.subarray(row * width, (row + 1) * width)]),
  }
}

/** Every edge with what it conducts and the voltages at its ends. */
export function networkNumbers(
  description: MachineDescription,
  state: Frame['state'],
  updates: Float64Array,
): Numbers {
  const { edges, nodes, conductanceUnit: unit } = description
  const electric = unit === 'S'
  const current = edgeValues('current', description, state, null)
  const power = edgeValues('power', description, state, null)
  const contrast = edgeValues('contrast', description, state, null)
  return {
    columns: [
      { name: 'edge' },
      { name: 'from' },
      { name: 'to' },
      { name: 'state' },
      { name: 'conductance', unit },
      { name: 'free voltage from', unit: 'V' },
      { name: 'free voltage to', unit: 'V' },
      { name: 'clamped voltage from', unit: 'V' },
      { name: 'clamped voltage to', unit: 'V' },
      { name: 'current', unit: electric ? 'A' : 'a.u. V' },
      { name: 'power', unit: electric ? 'W' : 'a.u. V²' },
      { name: 'contrast', unit: 'V²' },
      { name: 'updates' },
    ],
    rows: edges.map(([a, b], edge) => [
      edge,
      nodes[a].name,
      nodes[b].name,
      edgeStates[state.edgeState[edge]] ?? 'learns',
      state.conductance[edge],
      state.freeV[a],
      state.freeV[b],
      state.clampedV[a],
      state.clampedV[b],
      current[edge],
      power[edge],
      contrast[edge],
      updates[edge],
    ]),
  }
}

/** Board less twin, edges first. */
export function twinNumbers({ twin, edges, nodes, conductanceUnit }: TwinInput): Numbers {
  const levels = twin.levels
  return {
    columns: [{ name: 'of' }, { name: 'name' }, { name: 'board less twin' }, { name: 'unit' }],
    rows: [
      ...edges.map((name, edge) => ['edge', name, twin.conductance[edge], conductanceUnit]),
      ...(levels === null ? [] : edges.map((name, edge) => ['edge', name, levels[edge], 'levels'])),
      ...nodes.map((name, node) => ['node', name, twin.freeV[node], 'V']),
    ],
  }
}
