import temml from 'temml'
import type { MarkdownRenderer } from 'vitepress'

const drawn = (tex: string, displayMode: boolean): string =>
  `<span v-pre>${temml.renderToString(tex, { displayMode, throwOnError: true })}</span>`

/** TeX between dollars, and in fences named math, as MathML: the same as in the app. */
export function math(md: MarkdownRenderer): void {
  md.inline.ruler.after('escape', 'math', (state, silent) => {
    const found = /^\$(?! )([^$\n]+)\$/.exec(state.src.slice(state.pos))
    if (found === null) return false
    if (!silent) state.push('math', '', 0).content = found[1]
    state.pos += found[0].length
    return true
  })
  md.renderer.rules['math'] = (tokens, at) => drawn(tokens[at].content, false)
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, at, options, env, self) => {
    if (tokens[at].info.trim() === 'math')
      return `<p class="equation">${drawn(tokens[at].content, true)}</p>\n`
    return fence?.(tokens, at, options, env, self) ?? ''
  }
}
