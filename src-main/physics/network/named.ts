/** Names n0, n1, ... for networks whose nodes have no better one. */
export function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `n${i}`)
}
