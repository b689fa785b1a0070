/**
 * A series as the `d` of an SVG path that fills a box, the size of a word: logarithmic where every
 * value is positive, as errors are read; first value at the left, last at the right.
 * @param width of the box, px
 * @returns empty for fewer than two values
 */
export function sparkline(values: Float64Array, width: number, height: number, room = 1.5): string {
  if (values.length < 2) return ''
  const finite = values.filter((value) => Number.isFinite(value))
  const log = finite.length > 0 && finite.every((value) => value > 0)
  const scaled = Float64Array.from(values, (value) => (log ? Math.log(value) : value))
  let [low, high] = [Infinity, -Infinity]
  for (const value of scaled) {
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const span = high - low
  const across = (width - 2 * room) / (values.length - 1)
  let [path, drawing] = ['', false]
  scaled.forEach((value, n) => {
    if (!Number.isFinite(value)) {
      drawing = false
      return
    }
    const share = span > 0 ? (value - low) / span : 0.5
    const x = (room + n * across).toFixed(1)
    const y = (height - room - share * (height - 2 * room)).toFixed(1)
    path += `${drawing ? 'L' : 'M'}${x} ${y}`
    drawing = true
  })
  return path
}
