import type { MachineDescription, NodeRole } from '@contract'
import { defineStore } from 'pinia'
import { t } from '../i18n'
import { useLimits } from './limits'
import { givenRoles, swapped, withRole, withRoles } from './roles'
import { useRun } from './run'
import { useStream } from './stream'

/** What a user does to the nodes and edges of the network in the window. */
export const useNetwork = defineStore('network', () => {
  const run = useRun()
  const limits = useLimits()
  const stream = useStream()

  const stateOf = (edge: number): number => stream.frame()?.state.edgeState[edge] ?? 0

  /** Cuts an edge that conducts or freezes one that learns; restores one that is so already. */
  function toggle(edge: number, action: 'cut' | 'freeze'): void {
    const now = stateOf(edge)
    const back = now === 3 || now === (action === 'cut' ? 1 : 2)
    change(edge, back ? 'restore' : action)
  }

  function change(edge: number, action: 'cut' | 'freeze' | 'restore'): void {
    if (limits.edge(action) === undefined) void run.changeEdge(edge, action)
  }

  /** Why roles rest; undefined while they can be changed. */
  function rolesRest(): string | undefined {
    if (run.running) return t('network.pauseRoles')
    return run.description === null || run.config === null ? t('network.noNetwork') : undefined
  }

  /**
   * Gives a role to a node, or, if it comes from another node, lets both change theirs. A new
   * configuration from step 0; the engine refuses roles that the task cannot have.
   */
  function giveRole(role: NodeRole, from: number | null, onto: number): void {
    const [config, d] = [run.config, run.description]
    if (rolesRest() !== undefined || config === null || d === null) return
    const roles = givenRoles(config, d)
    const name = (node: number, { nodes }: MachineDescription) => nodes[node].name
    const next =
      from === null
        ? withRole(roles, name(onto, d), role)
        : swapped(roles, name(from, d), name(onto, d))
    void run.reconfigure(withRoles(config, next))
  }
  return { stateOf, toggle, change, rolesRest, giveRole }
})
