import type { Draw } from './draw'

/** What breaks readers of text: numbers that are none, markup, paths, formulas, other encodings. */
const TOKENS = [
  ...['NaN', 'Infinity', '-Infinity', '1e999', '-0', '1e-999', '0x10', '1,5', '--1', '٣'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
  ...['../../../etc/passwd', '..\\..\\x', '/dev/zero', 'C:\\x', 'file:///etc/passwd'],
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'],
  ...['<script>', '"><img src=x onerror=x>', ']]>', '<!--', '&lol;', '</graphml>', '&#0;'],
  ...['\u0000', '\ufeff', '\ufffe', '\ud800', '\u202e', '\u2028', '\r', '\n\n', '\r\n', '\t'],
  ...['"', "'", '`', ',', ';', '{', '}', '[', ']', '[[[[', ':', '#', '*', '+', '.end', '\\'],
  ...['null', 'true', '{}', '[]', '"', '-1', '0', '1e308', '9007199254740993', '💥', 'é'],
] as const

/** The text with one to four parts of it broken; never longer than a megabyte. */
export function garbled(text: string, draw: Draw): string {
  let broken = text
  for (let i = draw.below(4); i >= 0; i--) broken = onceGarbled(broken, draw).slice(0, 1_000_000)
  return broken
}

function onceGarbled(text: string, draw: Draw): string {
  const [a, b] = [draw.below(text.length + 1), draw.below(text.length + 1)]
  const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 200)]
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  switch (draw.below(8)) {
    case 0:
      return before
    case 1:
      return before + after
    case 2:
      return before + part.repeat(draw.pick([2, 3, 1000])) + after
    case 3:
      return `${before}${draw.pick(TOKENS)}${after}`
    case 4:
      return `${before}${draw.pick(TOKENS)}${part}${after}`
    case 5:
      return before + draw.pick(['[', '{"a":', '<a>', '"', '(']).repeat(20_000) + after
    case 6: {
      const numbers = [...text.matchAll(/-?\d+(\.\d+)?/g)]
      if (numbers.length === 0) return text
      const { index, 0: found } = draw.pick(numbers)
      return text.slice(0, index) + draw.pick(TOKENS) + text.slice(index + found.length)
    }
    default: {
      const words = [...text.matchAll(/[A-Za-z_]+/g)]
      if (words.length === 0) return text
      const { index, 0: found } = draw.pick(words)
      return text.slice(0, index) + draw.pick(TOKENS) + text.slice(index + found.length)
    }
  }
}

/** The bytes with one to four places changed, cut or moved. */
export function garbledBytes(bytes: Uint8Array, draw: Draw): Uint8Array<ArrayBuffer> {
  let broken = Uint8Array.from(bytes)
  for (let i = draw.below(4); i >= 0 && broken.length > 0; i--) {
    const at = draw.below(broken.length)
    const kind = draw.below(5)
    if (kind === 0) broken[at] ^= 1 << draw.below(8)
    else if (kind === 1) broken = broken.slice(0, at)
    else if (kind === 2) broken = broken.slice(at)
    else if (kind === 3) broken.fill(draw.pick([0, 0xff]), at, at + 4)
    else broken.copyWithin(at, draw.below(broken.length), draw.below(broken.length))
  }
  return broken
}
