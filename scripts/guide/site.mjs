import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** What a page loads by itself, as opposed to what a reader may follow. */
const LOADED = /<(?:script|img|link|iframe|source)\b[^>]*?\s(?:src|href)="([^"]+)"/g
const FOLLOWED = /<a\b[^>]*?\shref="([^"#]*)#([^"]+)"/g
const STYLE = /url\(\s*['"]?(https?:[^)'"]+)/g

/**
 * What the builder does not look at: pages that load something from another host, pictures that are
 * not there, links to headings that are not.
 * @param {string} site folder
 * @returns {{ pages: number, pictures: number, problems: string[] }}
 */
export function checkSite(site) {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
  const pages = files.filter((name) => name.endsWith('.html'))
  const problems = []
  let pictures = 0
  /** @type {Map<string, Set<string>>} */
  const anchors = new Map()
  const text = (/** @type {string} */ name) => readFileSync(join(site, name), 'utf8')
  const idsOf = (/** @type {string} */ name) => {
    const known = anchors.get(name)
    if (known !== undefined) return known
    const ids = new Set([...text(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
    anchors.set(name, ids)
    return ids
  }
  for (const page of pages) {
    const html = text(page)
    for (const [tag, address] of html.matchAll(LOADED)) {
      if (/^https?:|^\/\//.test(address)) problems.push(`${page} loads ${address}`)
      if (tag.startsWith('<img')) {
        pictures++
        if (address.startsWith('/') && !existsSync(join(site, address)))
          problems.push(`${page} shows ${address}, which is not there`)
      }
    }
    for (const [, path, heading] of html.matchAll(FOLLOWED)) {
      if (/^https?:/.test(path)) continue
      const from = resolve('/', dirname(page))
      const to = path === '' ? page : relative('/', resolve(from, path))
      if (existsSync(join(site, to)) && !idsOf(to).has(decodeURIComponent(heading)))
        problems.push(`${page} leads to ${to}#${heading}, which is not there`)
    }
  }
  for (const name of files.filter((one) => one.endsWith('.css')))
    for (const [, address] of text(name).matchAll(STYLE)) problems.push(`${name} loads ${address}`)
  return { pages: pages.length, pictures, problems }
}
