import { crc32 } from 'node:zlib'

const hex = (text: string): string => crc32(text).toString(16).padStart(8, '0')

/** A line that tells whether all of it is there: its check word, and the value as JSON. */
export function writeLine(value: unknown): string {
  const text = JSON.stringify(value)
  return `${hex(text)} ${text}\n`
}

/** @param line without its end. @returns undefined for a line that is not as it was written */
export function readLine(line: string): unknown {
  const text = line.slice(9)
  if (line[8] !== ' ' || line.slice(0, 8) !== hex(text)) return undefined
  return JSON.parse(text) as unknown
}
