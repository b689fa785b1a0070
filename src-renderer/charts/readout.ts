import type { Frame, MachineDescription } from '@contract'
import {
  edgeStates,
  formatConductance,
  formatQuantity,
  formatScientific,
  formatSi,
  grouped,
} from '@figures'
import { t } from '../i18n'
import type { Picked } from './pick'

const states = { learns: 'learns', cut: 'cutState', frozen: 'frozen', stuck: 'stuck' } as const

/** Name of an edge by its nodes: `A–B`. */
export function edgeName({ edges, nodes }: MachineDescription, edge: number): string {
  const [from, to] = edges[edge]
  return `${nodes[from].name}–${nodes[to].name}`
}

/**
 * The numbers of a node or an edge, one line each; the first is its name.
 * @param cannot why an edge cannot be cut or restored
 */
export function readout(
  picked: Picked,
  description: MachineDescription,
  frame: Frame | null,
  cannot: (action: 'cut' | 'restore') => string | undefined = () => undefined,
): string[] {
  if (picked.kind === 'node') {
    const { name, role } = description.nodes[picked.index]
    if (frame === null) return [`${name}, ${t(`network.${role}`)}`]
    const { freeV, clampedV, spins } = frame.state
    if (spins !== undefined)
      return spinLines(
        name,
        t(`spins.${role}`),
        [freeV, clampedV, spins.biasStrength, spins.biasPhase],
        picked.index,
      )
    return [
      `${name}, ${t(`network.${role}`)}`,
      t('network.nodeFree', { v: formatSi(freeV[picked.index], 'V') }),
      t('network.nodeClamped', { v: formatSi(clampedV[picked.index], 'V') }),
    ]
  }
  const edge = picked.index
  const name = edgeName(description, edge)
  if (frame === null) {
    const k = formatConductance(description.initialConductance[edge], description.conductanceUnit)
    return [name, k]
  }
  const { conductance, edgeState, freeV, clampedV } = frame.state
  const [a, b] = description.edges[edge]
  const { conductanceUnit: unit } = description
  if (description.model === 'xy') return bondLines(edge, description, frame, cannot)
  const drop = freeV[a] - freeV[b]
  const k = edgeState[edge] === 1 ? 0 : conductance[edge]
  const updates = frame.timing.updates[edge]
  const last = frame.timing.lastUpdate[edge]
  return [
    `${name}, ${t(`network.${states[edgeStates[edgeState[edge]] ?? 'learns']}`)}`,
    formatConductance(conductance[edge], description.conductanceUnit),
    t('network.drop', {
      free: formatSi(drop, 'V'),
      clamped: formatSi(clampedV[a] - clampedV[b], 'V'),
    }),
    t('network.currentPower', {
      current: formatQuantity('current', k * Math.abs(drop), unit),
      power: formatQuantity('power', k * drop * drop, unit),
    }),
    last > 0
      ? t('network.updatesLast', { count: grouped(updates), step: grouped(last) })
      : t('network.updatesNone', { count: grouped(updates) }),
    edgeState[edge] === 0
      ? (cannot('cut') ?? t('network.cutHint'))
      : (cannot('restore') ?? t('network.restoreHint')),
  ]
}

/** In parts of a half turn: targets are at plus or minus a half. */
const angle = (phase: number): string => `${formatScientific(phase / Math.PI)}\u202fπ`

function spinLines(
  name: string,
  role: string,
  [free, nudged, strength, direction]: readonly Float64Array[],
  node: number,
): string[] {
  return [
    `${name}, ${role}`,
    t('network.nodeFree', { v: angle(free[node]) }),
    t('spins.nodeNudged', { v: angle(nudged[node]) }),
    strength[node] === 0
      ? t('spins.held')
      : t('spins.bias', {
          strength: formatScientific(strength[node]),
          phase: angle(direction[node]),
        }),
  ]
}

function bondLines(
  edge: number,
  description: MachineDescription,
  { state, timing }: Frame,
  cannot: (action: 'cut' | 'restore') => string | undefined,
): string[] {
  const { conductance, edgeState, freeV, clampedV } = state
  const [a, b] = description.edges[edge]
  const last = timing.lastUpdate[edge]
  const count = grouped(timing.updates[edge])
  return [
    `${edgeName(description, edge)}, ${t(`network.${states[edgeStates[edgeState[edge]] ?? 'learns']}`)}`,
    t('spins.couplingIs', { value: formatScientific(conductance[edge]) }),
    t('spins.apart', {
      free: angle(turned(freeV[a] - freeV[b])),
      nudged: angle(turned(clampedV[a] - clampedV[b])),
    }),
    last > 0
      ? t('network.updatesLast', { count, step: grouped(last) })
      : t('network.updatesNone', { count }),
    edgeState[edge] === 0
      ? (cannot('cut') ?? t('network.cutHint'))
      : (cannot('restore') ?? t('network.restoreHint')),
  ]
}

/** An angle as it stands between -pi and pi. */
const turned = (phase: number): number => phase - 2 * Math.PI * Math.round(phase / (2 * Math.PI))
