import { expect, test } from 'vitest'
import { svgPng } from './png'

const text = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><text x="5" y="22" font-size="20" font-family="system-ui, sans-serif">${content}</text></svg>`

const base64 = async (svg: string): Promise<string> =>
  Buffer.from(await svgPng(svg)).toString('base64')

test('a vector becomes a picture twice its size', async () => {
  const png = Buffer.from(await svgPng(text('p')))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 60])
})

test('every character that figures write has a glyph: exponents, units, Greek and Chinese', async () => {
  // A character of a private area has none, and shows what that looks like.
  const missing = await base64(text('\ue123'))
  const drawn = await Promise.all(
    [...'10²µα×≥∞√±–−“误差', '10⁻⁴', '10⁻⁵'].map(async (c) => [c, await base64(text(c))] as const),
  )
  for (const [character, picture] of drawn) expect(picture === missing, character).toBe(false)
  // No two look alike, so none of them is a box.
  expect(new Set(drawn.map(([, picture]) => picture)).size).toBe(drawn.length)
})
