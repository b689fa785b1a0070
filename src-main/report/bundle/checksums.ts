import { createHash } from 'node:crypto'
import { textEntry, type Entry } from './entry'

export const CHECKSUMS = 'checksums.sha256'

export const sha256 = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** In the format of `sha256sum`: `sha256sum -c checksums.sha256` checks the bundle without us. */
export function checksumEntry(entries: readonly Entry[]): Entry {
  const text = entries.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join('')
  return textEntry(CHECKSUMS, 'text/plain', 'SHA-256 of every other file, for sha256sum -c.', text)
}

/** Checksum by name; null if a line is none. */
export function parseChecksums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line === '') continue
    const found = /^([0-9a-f]{64}) [ *](.+)$/.exec(line)
    if (found === null || sums.has(found[2])) return null
    sums.set(found[2], found[1])
  }
  return sums
}
