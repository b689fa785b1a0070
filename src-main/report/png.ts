import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as Resvg from '@resvg/resvg-wasm'

/** Pixels of a picture per pixel of its vector: sharp on paper at 8 cm, and on dense screens. */
const SCALE = 2

const from = createRequire(import.meta.url)

/** One file of a font, and the characters that it has. */
interface FontPart {
  path: string
  ranges: [first: number, last: number][]
}

/** The fonts of the window, which come in parts: a picture loads those whose characters it has. */
const fonts = ['@fontsource-variable/inter', '@fontsource-variable/noto-sans-sc']

async function partsOf(font: string): Promise<FontPart[]> {
  const path = from.resolve(`${font}/index.css`)
  const css = await readFile(path, 'utf8')
  return [...css.matchAll(/url\(([^)]+\.woff2)\)[^}]*?unicode-range:([^;}]+)/g)].map(
    ([, file, ranges]) => ({
      path: join(dirname(path), file.trim()),
      ranges: ranges.split(',').map((range): [number, number] => {
        const [first, last = first] = range.trim().slice(2).split('-')
        return [parseInt(first, 16), parseInt(last, 16)]
      }),
    }),
  )
}

const has = ({ ranges }: FontPart, character: number): boolean =>
  ranges.some(([first, last]) => character >= first && character <= last)

let parts: Promise<FontPart[]> | null = null
const allParts = async (): Promise<FontPart[]> => (await Promise.all(fonts.map(partsOf))).flat()

/** Files of the fonts that together have every character, each taken from the first font with it. */
async function fontsFor(text: string): Promise<Uint8Array[]> {
  parts ??= allParts()
  const known = await parts
  const needed = new Set<string>()
  for (const character of new Set(text)) {
    const part = known.find((one) => has(one, character.codePointAt(0) ?? 0))
    if (part !== undefined) needed.add(part.path)
  }
  return Promise.all([...needed].map((path) => readFile(path)))
}

const raised = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻'].map((sign, i) => [sign, '0123456789−'[i]]))

/** Neither font has a raised minus: an exponent is written with the signs that they have. */
const exponents = (svg: string): string =>
  svg.replace(/10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/g, (_, exponent: string) => {
    const plain = [...exponent].map((sign) => raised.get(sign) ?? sign).join('')
    return `10<tspan baseline-shift="38%" font-size="75%">${plain}</tspan>`
  })

type Renderer = typeof Resvg
let renderer: Promise<Renderer> | null = null

async function load(): Promise<Renderer> {
  const loaded = await import('@resvg/resvg-wasm')
  await loaded.initWasm(await readFile(from.resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return loaded
}

/**
 * A figure's vector as a picture, twice as large, in the fonts of the window: it needs neither a
 * window nor fonts of the system. O(pixels), some 50 ms; the renderer itself is loaded once.
 */
export async function svgPng(vector: string): Promise<Uint8Array> {
  renderer ??= load()
  const { Resvg: Picture } = await renderer
  const svg = exponents(vector)
  const fontBuffers = await fontsFor(svg)
  const picture = new Picture(svg, {
    font: { fontBuffers, defaultFontFamily: 'Inter Variable', sansSerifFamily: 'Inter Variable' },
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
  })
  try {
    return picture.render().asPng()
  } finally {
    picture.free()
  }
}
