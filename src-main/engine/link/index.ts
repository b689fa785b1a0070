export { forkEngine } from './fork'
export { EngineLink, type EngineProcess, type LinkParts } from './link'
export { badRequest, unknownCommand } from '../answer'
export { isEngineCommand } from '../protocol'
