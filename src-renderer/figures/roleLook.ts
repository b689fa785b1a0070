import type { NodeRole } from '@contract'
import type { FigureTheme } from './theme'

/** Roles differ in shape, not only in colour. */
export type NodeShape = 'circle' | 'square' | 'triangle' | 'diamond'
export const roleShape: Record<NodeRole, NodeShape> = {
  hidden: 'circle',
  source: 'square',
  ground: 'triangle',
  target: 'diamond',
}

export function roleFill(role: NodeRole, theme: FigureTheme): string {
  if (role === 'source') return theme.accent
  if (role === 'target') return theme.reference
  return role === 'ground' ? theme.muted : theme.background
}
