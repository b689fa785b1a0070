export { networkConfig } from './config'
export type { NetworkFile } from './networkFile'
export { formats, readNetwork } from './read'
export { writeNetwork } from './write'
