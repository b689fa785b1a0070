/** One part of a header, `ERRor` or `[:NEXT]`. */
interface Part {
  long: string
  short: string
  optional: boolean
}

interface Header {
  parts: Part[]
  query: boolean
}

/** A header that what was typed may become, and the whole message with it. */
export interface Completion {
  /** As in the board's own tree: `SYSTem:ERRor[:NEXT]?`. */
  header: string
  /** The message up to the cursor. */
  text: string
}

/** Capitals of a header's part are its short form. */
const shortOf = (long: string): string => long.replace(/[a-z]/g, '')

function parse(header: string): Header {
  const query = header.endsWith('?')
  const bare = query ? header.slice(0, -1) : header
  const parts = [...bare.matchAll(/(\[?):?([^:[\]]+)\]?/g)].map(([, bracket, long]) => ({
    long,
    short: shortOf(long),
    optional: bracket === '[',
  }))
  return { parts, query }
}

const same = (typed: string, { long, short }: Part): boolean =>
  [long.toLowerCase(), short.toLowerCase()].includes(typed.toLowerCase())

const begins = (typed: string, { long }: Part): boolean =>
  long.toLowerCase().startsWith(typed.toLowerCase())

/** Whether typed parts, the last of them not finished, may become this header. */
function fits(typed: readonly string[], parts: readonly Part[]): boolean {
  if (typed.length === 0) return true
  if (parts.length === 0) return false
  const [first, ...rest] = typed
  const [part, ...others] = parts
  const here = rest.length === 0 ? begins(first, part) : same(first, part) && fits(rest, others)
  return here || (part.optional && fits(typed, others))
}

/** Long forms where any was begun, or everything is still to type; else short ones. */
function spell({ parts, query }: Header, typed: readonly string[]): string {
  const long = typed.some((word) =>
    parts.some((part) => begins(word, part) && word.length > part.short.length),
  )
  const used = parts.filter(
    (part) => !part.optional || typed.some((word) => word !== '' && begins(word, part)),
  )
  return used.map((part) => (long ? part.long : part.short)).join(':') + (query ? '?' : '')
}

/** Parts that hold after a `;`: those of the header before it, its last one left out. */
function pathOf(before: string): string[] {
  let path: string[] = []
  for (const message of before.split(';')) {
    const header = message.trim().split(/\s/)[0]
    if (header === '' || header.startsWith('*')) continue
    const parts = header
      .replace(/^:|\?$/g, '')
      .split(':')
      .slice(0, -1)
    path = header.startsWith(':') ? parts : [...path, ...parts]
  }
  return path
}

/**
 * What a message may go on as. Nothing is offered within parameters.
 * @param headers of the board's command tree, as `SYSTem:HELP:HEADers?` names them
 * @param text the message up to the cursor
 */
export function completions(headers: readonly string[], text: string): Completion[] {
  const start = text.lastIndexOf(';') + 1
  const lead = /^\s*:?/.exec(text.slice(start))?.[0] ?? ''
  const word = text.slice(start + lead.length)
  if (/\s/.test(word)) return []
  const path = lead.includes(':') ? [] : pathOf(text.slice(0, Math.max(0, start - 1)))
  const typed = word.replace(/\?$/, '').split(':')
  const head = text.slice(0, start) + lead
  return headers.flatMap((header) => {
    const parsed = parse(header)
    if (word.endsWith('?') && !parsed.query) return []
    const common = header.startsWith('*')
    const all = common ? typed : [...path, ...typed]
    if (!fits(all, parsed.parts)) return []
    const spelt = spell(parsed, typed)
    const own = common ? spelt : spelt.split(':').slice(path.length).join(':')
    return [{ header, text: head + own }]
  })
}
