export type { AwayReason } from './bond'
export { BoardConnection } from './connection'
export type { ConnectionParts } from './parts'
