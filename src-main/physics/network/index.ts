export { makeNetwork, type NetworkSpec } from './generators'
export type { Network, Roles } from './network'
export { assignRoles, type RoleCounts, type RolesSpec } from './roles'
export { checkGraph, connectionFault } from './validate'
