import { otherProtocol, unreadable } from './link/problems'

/** What a board says that it can do: SYSTem:CAPability?. */
export interface BoardCapability {
  protocol: number
  backend: string
  nodes: number
  edges: number
  roles: number
  examples: number
  classes: number
  levels: number
  memoryBytes: number
  messageBytes: number
  blockBytes: number
  transmitBytes: number
  rules: string[]
  schedules: string[]
  draws: string[]
  /** Headers that can be set while it learns. */
  live: string[]
}

/** @throws ProblemError board-protocol-version, board-unreadable-answer. */
export function readCapability(text: string): BoardCapability {
  const pairs = new Map<string, string>()
  for (const word of text.replace(/^"|"$/g, '').split(' ')) {
    const at = word.indexOf('=')
    if (at > 0) pairs.set(word.slice(0, at), word.slice(at + 1))
  }
  const value = (key: string): string => {
    const found = pairs.get(key)
    if (found === undefined) throw unreadable('SYST:CAP?', `${key} is missing in ${text}`)
    return found
  }
  const count = (key: string): number => {
    const number = Number(value(key))
    if (!Number.isInteger(number) || number < 0)
      throw unreadable('SYST:CAP?', `${key}=${value(key)}`)
    return number
  }
  if (value('PROTOCOL') !== '1') throw otherProtocol(value('PROTOCOL'))
  const list = (key: string): string[] => value(key).split(',')
  return {
    protocol: 1,
    backend: value('BACKEND'),
    nodes: count('NODES'),
    edges: count('EDGES'),
    roles: count('ROLES'),
    examples: count('EXAMPLES'),
    classes: count('CLASSES'),
    levels: count('LEVELS'),
    memoryBytes: count('MEMORY'),
    messageBytes: count('MESSAGE'),
    blockBytes: count('BLOCK'),
    transmitBytes: count('TRANSMIT'),
    rules: list('RULES'),
    schedules: list('SCHEDULES'),
    draws: list('DRAWS'),
    live: list('LIVE'),
  }
}
