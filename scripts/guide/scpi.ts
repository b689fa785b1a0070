import { commands, type Command } from '../../src-main/board/virtual/commands'
import { code, MADE, table } from './markdown'

/** SYSTem:ERRor[:NEXT] is SYST:ERR for short. */
const shortOf = (header: string): string => header.replace(/\[[^\]]*\]/g, '').replace(/[a-z]+/g, '')

const row = ({ header, set, get, idle }: Command): string[] => [
  code(header),
  code(shortOf(header)),
  set === undefined ? '' : 'yes',
  get === undefined ? '' : 'yes',
  set === undefined ? '' : idle === true ? 'refused, -221' : 'taken',
]

/** Every command that a board knows, from the table that the virtual board works by. */
export const scpiPage = (): string =>
  `# SCPI commands

${MADE}

All commands of a board at a glance. What each of them takes and answers, its units, ranges and errors: [the protocol](protocol.md). A board lists them itself when it is asked \`SYSTem:HELP:HEADers?\`.

${table(['command', 'short form', 'set', 'query', 'set while it learns'], commands.map(row))}
`
