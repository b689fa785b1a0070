/** Up to so many rows are sorted by insertion: a call of sort takes a microsecond. */
const FEW = 24

/** Sorts rows[first..end-1], ascending. */
export function sortRows(rows: Int32Array, first: number, end: number): void {
  if (end - first > FEW) {
    rows.subarray(first, end).sort()
    return
  }
  for (let q = first + 1; q < end; q++) {
    const row = rows[q]
    let r = q
    for (; r > first && rows[r - 1] > row; r--) rows[r] = rows[r - 1]
    rows[r] = row
  }
}
