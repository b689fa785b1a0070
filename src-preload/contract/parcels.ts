import type { Frame } from './frame'

/**
 * A message of more than 64 KB goes through memory that two processes share, and the window's main
 * thread waits 2 ms for it, 8 ms at times (measured with two busy cores); one that is shorter takes
 * 0.04 ms. So a frame of a large network comes in several; this leaves room for what is no array.
 */
export const MOST_PARCEL_BYTES = 56 * 1024

type Values = Float64Array | Uint32Array | Uint8Array

/** Which array of a frame: its keys from the outside in. */
type Place = readonly string[]

/** A part of an array that is too long to come within its frame. */
export interface Piece {
  piece: Values
}

/** A frame without those of its arrays that came before it, in this order, each in so many pieces. */
export interface Rest {
  frame: Frame
  apart: readonly { place: Place; pieces: number }[]
}

/** What is sent for a frame, in this order. O(size of the frame). */
export function parcelsOf(frame: Frame, most = MOST_PARCEL_BYTES): (Piece | Rest)[] {
  const arrays = arraysOf(frame).sort((a, b) => b.values.byteLength - a.values.byteLength)
  let bytes = arrays.reduce((sum, { values }) => sum + values.byteLength, 0)
  const [parcels, apart]: [Piece[], { place: Place; pieces: number }[]] = [[], []]
  let rest = frame
  for (const { place, values } of arrays) {
    if (bytes <= most) break
    bytes -= values.byteLength
    const length = Math.floor(most / values.BYTES_PER_ELEMENT)
    const before = parcels.length
    for (let from = 0; from < values.length; from += length)
      parcels.push({ piece: values.slice(from, from + length) })
    apart.push({ place, pieces: parcels.length - before })
    rest = withValues(rest, place, values.slice(0, 0))
  }
  return [...parcels, { frame: rest, apart }]
}

/** Puts frames together again. */
export class Parcels {
  private pieces: Values[] = []

  /** @returns a frame, once all of it has come */
  take(parcel: Piece | Rest): Frame | null {
    if ('piece' in parcel) {
      this.pieces.push(parcel.piece)
      return null
    }
    const pieces = this.pieces
    this.pieces = []
    let { frame } = parcel
    let next = 0
    for (const { place, pieces: count } of parcel.apart) {
      frame = withValues(frame, place, joined(pieces.slice(next, next + count)))
      next += count
    }
    return frame
  }
}

const isValues = (value: unknown): value is Values =>
  value instanceof Float64Array || value instanceof Uint32Array || value instanceof Uint8Array

/** Every array in it, however deep. */
function arraysOf(part: object, outer: Place = []): { place: Place; values: Values }[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    const place = [...outer, key]
    if (isValues(value)) return [{ place, values: value }]
    return typeof value === 'object' && value !== null ? arraysOf(value, place) : []
  })
}

/** The same with another array in its place. */
function withValues<T extends object>(part: T, [key, ...inner]: Place, values: Values): T {
  const within: unknown = Reflect.get(part, key)
  if (inner.length === 0 || typeof within !== 'object' || within === null)
    return { ...part, [key]: values }
  return { ...part, [key]: withValues(within, inner, values) }
}

/** One array of all pieces, which are of one kind. */
function joined(pieces: readonly Values[]): Values {
  const [first] = pieces
  if (pieces.length === 1) return first
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const whole =
    first instanceof Float64Array
      ? new Float64Array(length)
      : first instanceof Uint32Array
        ? new Uint32Array(length)
        : new Uint8Array(length)
  let from = 0
  for (const piece of pieces) {
    whole.set(piece, from)
    from += piece.length
  }
  return whole
}
