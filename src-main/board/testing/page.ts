import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/protocol.md'), 'utf8')

/** What docs/protocol.md says of a command, in its tables. */
export interface DocumentedCommand {
  header: string
  query: 'yes' | 'only' | 'no'
  idle: boolean
  /** Of the tables that have such a column. */
  byDefault: string | null
}

const cellsOf = (row: string): string[] =>
  row
    .replaceAll('\\|', '\u0000')
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.replaceAll('\u0000', '|').trim())

/** The tables between two headings, as rows of cells without their heads. */
function tables(from: string, to: string): { head: string[]; row: string[] }[] {
  const lines = page.slice(page.indexOf(`\n${from}\n`), page.indexOf(`\n${to}\n`)).split('\n')
  let head: string[] = []
  const found: { head: string[]; row: string[] }[] = []
  lines.forEach((line, i) => {
    if (!line.startsWith('|') || /^\|[-| ]+\|$/.test(line)) return
    if (/^\|[-| ]+\|$/.test(lines[i + 1] ?? '')) head = cellsOf(line)
    else found.push({ head, row: cellsOf(line) })
  })
  return found
}

const headersOf = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code.split(/[ ?]/)[0])

/** The rows of the section Subsystems. */
export const documentedCommands = (): DocumentedCommand[] =>
  tables('## Subsystems', '## Frames').flatMap(({ head, row }) => {
    const cell = (name: string): string | null => row[head.indexOf(name)] ?? null
    const query = cell('query')
    return headersOf(row[0]).map((header) => ({
      header,
      query: query === 'yes' || query === 'only' ? query : 'no',
      idle: row.some((text) => text.startsWith('_idle_')),
      byDefault: cell('default'),
    }))
  })

export const documentedCommonCommands = (): string[] =>
  tables('## Common commands (IEEE 488.2)', '## Subsystems').flatMap(({ row }) => headersOf(row[0]))

export const documentedErrors = (): [number, string][] =>
  tables('## Errors', '## Reset and watchdog').map(({ row }) => [Number(row[0]), row[1]])

/** A message of the worked session, and the bytes that answer it; null: it depends on the clock. */
export interface Exchange {
  shown: string
  sent: Uint8Array
  answer: (number | null)[]
}

/** Text, and in braces bytes in hexadecimal. */
function bytesOf(text: string): (number | null)[] {
  return text.split(/(\{[^}]*\})/).flatMap((piece) => {
    if (!piece.startsWith('{')) return [...new TextEncoder().encode(piece)]
    const bytes = piece.slice(1, -1).trim().split(/\s+/)
    return bytes.map((byte) => (byte === '..' ? null : parseInt(byte, 16)))
  })
}

export function workedSession(): Exchange[] {
  const section = page.slice(page.indexOf('\n## A worked session\n'))
  const code = /```\n([\s\S]*?)\n```/.exec(section)?.[1] ?? ''
  const lines = code.replace(/\n {4}/g, ' ').split('\n')
  const exchanges: Exchange[] = []
  for (const line of lines) {
    const bytes = [...bytesOf(line.slice(2)), 10]
    if (line.startsWith('> '))
      exchanges.push({ shown: line, sent: Uint8Array.from(bytes, Number), answer: [] })
    else exchanges[exchanges.length - 1].answer.push(...bytes)
  }
  return exchanges
}
