/** Powers of ten. In SPICE m is milli whatever its case; mega is meg. */
const powers: readonly [suffix: string, exponent: number][] = [
  ['meg', 6],
  ['t', 12],
  ['g', 9],
  ['k', 3],
  ['m', -3],
  ['u', -6],
  ['µ', -6],
  ['n', -9],
  ['p', -12],
  ['f', -15],
]

/** A number as SPICE writes it: 4.7k, 2meg, 10mOhm, 1e-3; NaN if it is none. */
export function spiceNumber(text: string): number {
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:e([+-]?\d+))?([a-zµ]*)$/.exec(text.toLowerCase())
  if (parts === null) return NaN
  const [, digits, exponent, rest] = parts
  // A mil is 25.4e-6 to SPICE, which nobody who writes 10milliohm means.
  if (rest.startsWith('mil')) return NaN
  const shift = powers.find(([suffix]) => rest.startsWith(suffix))?.[1] ?? 0
  // Put together as text, the number is rounded once: 4.7k is 4700, 4.7m is the double 0.0047.
  return Number(`${digits}e${Number(exponent ?? 0) + shift}`)
}
