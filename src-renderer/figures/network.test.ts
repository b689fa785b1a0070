import { describe, expect, it } from 'vitest'
import type { MachineDescription } from '@contract'
import { conductancePlace, networkScene } from './network'
import { networkSvg } from './network-svg'
import { rowNear } from './rasterTime'
import { describeRaster, rasterGeometry, rasterPixels, updatedOn } from './raster'
import { rasterSvg } from './rasterSvg'
import { figureTheme } from './theme'

const theme = figureTheme(false)

function description(name = 'A'): MachineDescription {
  return {
    run: 'test',
    nodes: [
      { name, x: 0, y: 0, role: 'source' },
      { name: 'B', x: 1, y: 0, role: 'hidden' },
      { name: 'C', x: 1, y: 1, role: 'target' },
      { name: 'D', x: 0, y: 1, role: 'ground' },
    ],
    edges: [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ],
    initialConductance: Float64Array.of(1, 1, 1, 1),
    conductanceUnit: 'a.u.',
    levelConductance: null,
    updateProbability: Float64Array.of(1, 1, 1, 1),
    trainExamples: 1,
    testExamples: 0,
    outputs: ['C'],
    classes: [],
    capabilities: { rules: [], schedules: [], live: [], edgeActions: [], maxStepsPerSecond: null },
  }
}

const state = {
  conductance: Float64Array.of(0.5, 1, 4, 2),
  edgeState: Uint8Array.of(0, 1, 2, 3),
  freeV: Float64Array.of(5, 3.2, 1, 0),
}

describe('the network scene', () => {
  const scene = networkScene({ description: description(), state }, theme, 400, 300)

  it('keeps every node and the legend inside', () => {
    for (const { x, y } of [...scene.nodes, ...scene.legend.roles, ...scene.legend.states]) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(400)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(300)
    }
    expect(scene.legend.roles[0].x).toBeGreaterThan(scene.legend.x + scene.legend.width)
  })

  it('keeps the colour scale clear of the roles in a narrow panel', () => {
    const { legend } = networkScene({ description: description(), state }, theme, 250, 200)
    expect(Math.max(...legend.roles.map((role) => role.y))).toBeLessThan(legend.y - 8)
    expect(legend.roles[3].x + 40).toBeLessThan(250)
    // Room for two numbers with units below the scale.
    expect(legend.width).toBeGreaterThan(100)
  })

  it('gives each role its own shape and marks cut, frozen and stuck edges', () => {
    expect(new Set(scene.nodes.map((n) => n.shape)).size).toBe(4)
    expect(scene.edges.map((e) => e.state)).toEqual(['learns', 'cut', 'frozen', 'stuck'])
    const svg = networkSvg(scene, theme)
    expect(svg).toContain('stroke-dasharray="2 6"')
    for (const name of ['cut', 'frozen', 'stuck']) expect(svg).toContain(`>${name}<`)
    expect(scene.title).toMatch(/; 1 cut; 1 frozen; 1 stuck\.$/)
    expect(svg).toContain('3.20\u202fV')
  })

  it('draws a larger conductance wider', () => {
    expect(scene.edges[2].width).toBeGreaterThan(scene.edges[0].width)
    expect(conductancePlace(10, [1, 100])).toBeCloseTo(0.5)
    expect(conductancePlace(1000, [1, 100])).toBe(1)
  })

  it('escapes names from a file', () => {
    const hostile = networkScene({ description: description('<b>'), state }, theme, 400, 300)
    expect(networkSvg(hostile, theme)).not.toContain('<b>')
  })
})

describe('a picture that spins take in', () => {
  // Layers of 28 x 28 and 13 x 13 from left to right, as the machine places stacked lattices.
  const sides = [28, 13]
  const nodes = sides.flatMap((side, layer) =>
    Array.from({ length: side * side }, (_, n) => ({
      name: `l${layer}n${n}`,
      x: (layer + 0.08 + (0.84 * ((n % side) + 0.5)) / side) / sides.length,
      y: 0.04 + (0.92 * (Math.floor(n / side) + 0.5)) / side,
      role: 'hidden' as const,
    })),
  )
  const edges = Array.from({ length: 4000 }, (_, e): [number, number] => [e % 900, (e % 900) + 1])
  const phases = Float64Array.from({ length: nodes.length }, (_, n) => Math.sin(n / 9))
  const input = {
    description: { ...description(), model: 'xy' as const, nodes, edges },
    state: { ...state, conductance: new Float64Array(4000), edgeState: new Uint8Array(4000) },
    paint: {
      kind: 'phase' as const,
      values: phases,
      range: [-Math.PI, Math.PI] as [number, number],
    },
  }

  it.each([
    [900, 250],
    [330, 420],
  ])('has square pixels in %i x %i px', (width, height) => {
    const scene = networkScene(input, theme, width, height)
    const [first, beside, under] = [0, 1, 28].map((n) => scene.nodes[n])
    expect(beside.x - first.x).toBeCloseTo(under.y - first.y, 6)
    expect(2 * first.radius).toBeCloseTo(1.04 * (beside.x - first.x), 6)
    for (const { x, y } of scene.nodes) {
      expect(x > 0 && x < width).toBe(true)
      expect(y > 0 && y < height).toBe(true)
    }
  })
})

describe('the raster', () => {
  // Edges 0 and 33 of 34 update on the first recorded step, edge 33 on the second.
  const masks = Uint32Array.of(1, 2, 0, 2)
  const input = { raster: { firstStep: 9, steps: 2, words: 2, masks }, edges: 34, window: 4 }

  it('reads edges beyond the first word', () => {
    expect([updatedOn(input.raster, 0, 33), updatedOn(input.raster, 1, 0)]).toEqual([true, false])
  })

  it('puts the newest step into the last column', () => {
    const pixels = rasterPixels(input, theme)
    const alpha = (column: number, edge: number) => pixels[4 * (edge * 4 + column) + 3]
    expect([alpha(2, 0), alpha(3, 0), alpha(3, 33), alpha(1, 0)]).toEqual([255, 0, 255, 0])
    expect(rasterGeometry(input, theme, 400, 200).firstStep).toBe(7)
  })

  it('labels late steps with all their digits, and no two alike', () => {
    const late = { ...input.raster, firstStep: 1_234_501, steps: 240, masks: new Uint32Array(480) }
    const { stepTicks } = rasterGeometry({ ...input, raster: late, window: 240 }, theme, 900, 200)
    const texts = stepTicks.map(({ text }) => text.replaceAll('\u202f', ' '))
    expect(texts.slice(0, 2)).toEqual(['1 234 550', '1 234 600'])
    expect(new Set(texts).size).toBe(texts.length)
    expect(Math.max(...stepTicks.map(({ x }) => x))).toBeLessThan(880)
  })

  it('puts events where their time is', () => {
    const timed = { ...input, raster: { ...input.raster, timeS: Float64Array.of(2, 4) } }
    const pixels = rasterPixels(timed, theme, undefined, 34, 11)
    const lit = [...Array(11).keys()].filter((column) => pixels[4 * (33 * 11 + column) + 3] > 0)
    expect(lit).toEqual([0, 10])
    const { stepTicks } = rasterGeometry(timed, theme, 900, 200)
    expect(stepTicks.map(({ text }) => text)).toEqual(['2.0', '2.5', '3.0', '3.5', '4.0'])
    expect(describeRaster(timed)).toContain('They span 2.00\u202fs of simulated time.')
    expect(rowNear(timed.raster, 4, 0.99, 0.02, (row) => row === 1)).toBe(1)
    expect(rowNear(timed.raster, 4, 0.5, 0.02, () => true)).toBeNull()
  })

  it('joins neighbouring steps of an edge in the SVG and says what it shows', () => {
    const svg = rasterSvg(input, theme, 400, 200)
    expect(svg.match(/h164v/g)).toHaveLength(1)
    expect(svg).toContain('Updates of 34 edges on steps 9 to 10: 4.4 %')
  })
})
