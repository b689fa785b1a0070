/**
 * Numeric order of dotted versions; a leading `v` and anything after `-` or `+` are ignored.
 * @param {string} left
 * @param {string} right
 * @returns {number} negative when left is older, 0 when equal, positive when newer
 */
export function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) =>
    version
      .replace(/^v/, '')
      .split(/[-+]/)[0]
      .split('.')
      .map((part) => Number.parseInt(part, 10) || 0),
  )
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * @param {string} version
 * @param {string} floor
 */
export function atLeast(version, floor) {
  return compareVersions(version, floor) >= 0
}
