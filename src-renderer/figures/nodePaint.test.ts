import { expect, test } from 'vitest'
import { nodeColour, phaseColour } from './nodePaint'

test('a phase has a colour on a cycle, and one that is not known has one too', () => {
  expect(phaseColour(Math.PI)).toBe(phaseColour(-Math.PI))
  expect(phaseColour(0.3)).toBe(phaseColour(0.3 + 4 * Math.PI))
  const values = Float64Array.of(Math.PI / 2, NaN)
  const colours = [0, 1, 2].map((node) =>
    nodeColour({ kind: 'phase', values, range: [-Math.PI, Math.PI] }, node),
  )
  for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
  expect(colours[1]).toBe(phaseColour(0))
})
