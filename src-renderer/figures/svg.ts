const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** Text for an SVG or HTML element or attribute; control characters, which XML forbids, go. */
export function escapeMarkup(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"']/g, (c) => entities[c])
}

type Attributes = Record<string, string | number | undefined>

/** One SVG element; numbers are rounded to hundredths of a pixel. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const text = typeof value === 'number' ? String(Math.round(value * 100) / 100) : value
      return ` ${key}="${escapeMarkup(text ?? '')}"`
    })
    .join('')
  return content === '' ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`
}

/** A text element; content is escaped. */
export function textElement(content: string, attributes: Attributes): string {
  return element('text', attributes, escapeMarkup(content))
}

/** A whole SVG document with a title for those who do not see it. */
export function svgDocument(
  width: number,
  height: number,
  fontFamily: string,
  title: string,
  content: string,
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': fontFamily,
    },
    `<title>${escapeMarkup(title)}</title>${content}`,
  )
}
