import { expect, test } from 'vitest'
import { beside } from './beside'

const card = { width: 280, height: 130 }
const window = { width: 900, height: 600 }

test.each([
  ['in the header', { x: 400, y: 8, width: 90, height: 26 }],
  ['in the column', { x: 10, y: 300, width: 240, height: 120 }],
  ['along the bottom', { x: 264, y: 400, width: 630, height: 170 }],
  ['in a corner', { x: 840, y: 560, width: 50, height: 30 }],
])('the card never covers a target %s, and never leaves the window', (_, target) => {
  const { x, y } = beside(target, card, window)
  const apart =
    x >= target.x + target.width ||
    x + card.width <= target.x ||
    y >= target.y + target.height ||
    y + card.height <= target.y
  expect(apart).toBe(true)
  expect(x >= 0 && y >= 0 && x + card.width <= 900 && y + card.height <= 600).toBe(true)
})
