import type { MachineDescription, NodeRole, Roles, RunConfig } from '@contract'

type Given = Extract<Roles, { kind: 'given' }>

const lists = { source: 'sources', ground: 'grounds', target: 'targets' } as const

/** Roles by name: as configured, or, where they were drawn, as the machine says they are. */
export function givenRoles({ network }: RunConfig, { nodes, outputs }: MachineDescription): Given {
  if (network.roles.kind === 'given') return network.roles
  const named = (role: NodeRole) => nodes.filter((n) => n.role === role).map(({ name }) => name)
  const given = { kind: 'given' as const, sources: named('source'), grounds: named('ground') }
  return { ...given, targets: [...outputs] }
}

/** Two nodes change roles: each keeps the place of the other among inputs and outputs. */
export function swapped(roles: Given, one: string, other: string): Given {
  const swap = (name: string) => (name === one ? other : name === other ? one : name)
  return {
    kind: 'given',
    sources: roles.sources.map(swap),
    grounds: roles.grounds.map(swap),
    targets: roles.targets.map(swap),
  }
}

/** The node takes the role, last of its kind, and gives up the one it had. */
export function withRole(roles: Given, node: string, role: NodeRole): Given {
  const without = (names: readonly string[]) => names.filter((name) => name !== node)
  const next: Given = {
    kind: 'given',
    sources: without(roles.sources),
    grounds: without(roles.grounds),
    targets: without(roles.targets),
  }
  return role === 'hidden' ? next : { ...next, [lists[role]]: [...next[lists[role]], node] }
}

export const withRoles = (config: RunConfig, roles: Given): RunConfig => ({
  ...config,
  network: { ...config.network, roles },
  adjustments: [],
})
