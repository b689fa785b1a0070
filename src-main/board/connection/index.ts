export { BoardConnection, type AwayReason } from './connection'
export type { ConnectionParts } from './parts'
