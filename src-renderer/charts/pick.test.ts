import { figureTheme, networkScene } from '@figures'
import { describe, expect, it } from 'vitest'
import { description } from '../stores/testing'
import { pick } from './pick'

const state = {
  conductance: Float64Array.of(1),
  edgeState: Uint8Array.of(0),
  freeV: Float64Array.of(1, 0),
}
const scene = networkScene({ description: description('a'), state }, figureTheme(false), 400, 400)
const [a, b] = scene.nodes

describe('pointing at the network', () => {
  it('finds a node before the edges that end there', () => {
    expect(pick(scene, a.x + 1, a.y)).toEqual({ kind: 'node', index: 0 })
  })

  it('finds an edge a few pixels beside its line', () => {
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
    expect(pick(scene, x + 6, y)).toEqual({ kind: 'edge', index: 0 })
    expect(pick(scene, x + 40, y)).toBeNull()
  })
})
