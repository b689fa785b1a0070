import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/**
 * Pictures of the window are taken by the test that walks the guide, so that they are never old, and
 * are not kept in the repository. Where that test has not run yet the page says what would be there.
 */
export function pictures(md: MarkdownRenderer, docs: string): void {
  const escaped = md.utils.escapeHtml
  md.renderer.rules.image = (tokens, at) => {
    const source = tokens[at].attrGet('src') ?? ''
    const words = escaped(tokens[at].content)
    const name = /(?:^|\/)pictures\/([\w-]+\.png)$/.exec(source)?.[1]
    if (name === undefined)
      throw new Error(`${source}: pictures of the guide lie in docs/public/pictures`)
    if (!existsSync(resolve(docs, 'public/pictures', name)))
      return `<span class="no-picture">${words} <em>(picture: <code>npm run docs:pictures</code>)</em></span>`
    const file = `/pictures/${name}`
    const image = `<img v-pre src="${file}" alt="${words}" loading="lazy">`
    return `<a href="${file}" target="_blank">${image}</a><span class="caption">${words}</span>`
  }
}
