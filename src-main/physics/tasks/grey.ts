import { PhysicsError } from '../error'
import type { Pictures } from './idx'

/** How the inputs are made of a picture. */
export interface Framing {
  /** Pixels left out along every side. */
  margin: number
  /** Of the inputs; null: as many as are left. */
  height: number | null
  width: number | null
}

export interface Size {
  rows: number
  columns: number
}

/** Of the inputs of a picture. @throws PhysicsError where nothing is left, or more than there is is asked for */
export function sizeOf({ margin, height, width }: Framing, from: Size): Size {
  const left = { rows: from.rows - 2 * margin, columns: from.columns - 2 * margin }
  if (left.rows < 1 || left.columns < 1)
    throw new PhysicsError(
      'picture-size',
      `A margin of ${margin} pixels leaves nothing of pictures of ${from.rows} x ${from.columns}.`,
      'Leave fewer pixels out.',
      'task.margin',
    )
  const size = { rows: height ?? left.rows, columns: width ?? left.columns }
  if (size.rows > left.rows || size.columns > left.columns)
    throw new PhysicsError(
      'picture-size',
      `Pictures of ${left.rows} x ${left.columns} cannot become ${size.rows} x ${size.columns}.`,
      'Pictures only become smaller: ask for fewer rows and columns, or for none to keep theirs.',
      size.rows > left.rows ? 'task.height' : 'task.width',
    )
  return size
}

/** Which pixels a pixel of the smaller picture covers along one side, and how much of each. */
function covering(from: number, to: number): { first: number; parts: number[] }[] {
  return Array.from({ length: to }, (_, i) => {
    const [begin, end] = [(i * from) / to, ((i + 1) * from) / to]
    const first = Math.floor(begin)
    const last = Math.min(from, Math.ceil(end))
    const parts = Array.from(
      { length: last - first },
      (_, p) => Math.min(end, first + p + 1) - Math.max(begin, first + p),
    )
    return { first, parts }
  })
}

/**
 * Grey levels from 0 to 255 of chosen pictures, each the mean over the area that it covers, rounded.
 * @param chosen numbers of M pictures
 * @returns M x rows x columns
 */
export function greyLevels(from: Pictures, chosen: Int32Array, framing: Framing): Uint8Array {
  const { margin } = framing
  const size = sizeOf(framing, from)
  const pixels = size.rows * size.columns
  const down = covering(from.rows - 2 * margin, size.rows)
  const across = covering(from.columns - 2 * margin, size.columns)
  const area = ((from.rows - 2 * margin) / size.rows) * ((from.columns - 2 * margin) / size.columns)
  const levels = new Uint8Array(chosen.length * pixels)
  const whole = from.rows * from.columns
  const same = margin === 0 && pixels === whole
  chosen.forEach((picture, m) => {
    const begin = picture * whole
    if (same) return void levels.set(from.values.subarray(begin, begin + whole), m * whole)
    down.forEach((row, r) =>
      across.forEach((column, c) => {
        let sum = 0
        row.parts.forEach((high, i) => {
          const at = begin + (margin + row.first + i) * from.columns + margin + column.first
          column.parts.forEach((wide, j) => {
            sum += high * wide * from.values[at + j]
          })
        })
        levels[m * pixels + r * size.columns + c] = Math.min(255, Math.floor(sum / area + 0.5))
      }),
    )
  })
  return levels
}
