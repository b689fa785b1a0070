import type { Frame, MachineDescription } from '@contract'
import { edgeStates, formatConductance, formatQuantity, formatSi, grouped } from '@figures'
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
    const { freeV, clampedV } = frame.state
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
