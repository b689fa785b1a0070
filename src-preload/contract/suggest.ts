/** Edit distance (Levenshtein). Cost: product of the lengths. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1))
    }
    row = next
  }
  return row[b.length]
}

/** The candidates nearest to a mistyped word, best first; none that is far off. */
export function suggest(word: string, candidates: readonly string[], most = 3): string[] {
  const lower = word.toLowerCase()
  const last = lower.split('.').at(-1) ?? lower
  return candidates
    .map((candidate) => {
      const whole = distance(lower, candidate.toLowerCase())
      // `probability` alone means schedule.probability.
      const tail = candidate.toLowerCase().split('.').at(-1) === last ? 1 : Infinity
      return { candidate, far: Math.min(whole, tail) }
    })
    .filter(({ far, candidate }) => far <= Math.max(2, candidate.length / 4))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
