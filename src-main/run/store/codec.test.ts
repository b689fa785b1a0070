import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from './codec'

describe('packing', () => {
  it('brings any value with typed arrays back, bit for bit', () => {
    const array = fc.oneof(
      fc.float64Array(),
      fc.float32Array(),
      fc.uint32Array(),
      fc.int32Array(),
      fc.uint16Array(),
      fc.uint8Array(),
    )
    const leaf = fc.oneof(array, fc.double(), fc.string(), fc.boolean(), fc.constant(null))
    const name = fc.stringMatching(/^[a-z]{1,8}$/)
    const value = fc.dictionary(name, fc.oneof(leaf, fc.array(leaf), fc.dictionary(name, leaf)), {
      noNullPrototype: true,
    })
    fc.assert(
      fc.property(value, (given) => {
        expect(unpack(pack(given))).toEqual(given)
      }),
    )
  })

  it('reads from a place within other bytes', () => {
    const packed = pack({ a: new Float64Array([1, NaN, -0]) })
    const within = Buffer.concat([Buffer.from([1, 2, 3]), packed]).subarray(3)
    expect(unpack(within)).toEqual({ a: new Float64Array([1, NaN, -0]) })
  })

  it('packs views of a part of a buffer alone', () => {
    const part = new Float64Array([1, 2, 3, 4]).subarray(1, 3)
    expect(unpack(pack(part))).toEqual(new Float64Array([2, 3]))
  })

  it('takes a Buffer for the bytes that it is', () => {
    expect(unpack(pack({ a: Buffer.from([1, 2]) }))).toEqual({ a: new Uint8Array([1, 2]) })
  })

  it('refuses what it could not bring back', () => {
    expect(() => pack({ a: new BigInt64Array(1) })).toThrow(TypeError)
  })
})
