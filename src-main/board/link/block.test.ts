import { expect, test } from 'vitest'
import { decodeBlock, encodeBlock } from './block'
import { crc32 } from './crc32'
import { packElements, unpackElements } from './elements'

const dataOf = (bytes: Uint8Array): Uint8Array => bytes.slice(2 + bytes[1] - 48)

test('the CRC has the check value of IEEE 802.3', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

test('a block comes back as it was, and has its length in front', () => {
  const payload = Uint8Array.from({ length: 130 }, (_, i) => (i * 7) & 255)
  const bytes = encodeBlock('F', payload)
  expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('#3136')
  expect(decodeBlock(dataOf(bytes))).toEqual({ kind: 'F', version: 1, payload })
})

test('no single flipped bit passes, and no block that is too short', () => {
  const data = dataOf(encodeBlock('W', Uint8Array.from([1, 2, 3])))
  for (let bit = 0; bit < data.length * 8; bit++) {
    const damaged = data.slice()
    damaged[bit >> 3] ^= 1 << (bit & 7)
    expect(decodeBlock(damaged)).toBeNull()
  }
  expect(decodeBlock(data.slice(0, 5))).toBeNull()
})

test('elements are little-endian and come back', () => {
  expect([...packElements('W', [0x1234])]).toEqual([0x34, 0x12])
  for (const kind of ['F', 'W', 'L', 'B'] as const) {
    const values = kind === 'F' ? [0.5, -2, 1e10] : [1, 2, 255]
    expect([...unpackElements(kind, packElements(kind, values))]).toEqual(values)
  }
})
