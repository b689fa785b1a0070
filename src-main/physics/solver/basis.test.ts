import { expect, test } from 'vitest'
import { Basis } from './basis'

const volts = (count: number, by: number) =>
  Float64Array.from({ length: count }, (_, i) => 1 + ((i * by) % 1) - 0.4 * (i & 1))

/** Two sources, three outputs, and an edge between the two free nodes that are no outputs. */
function made() {
  const [nodes, sources, outputs] = [7, 2, 3]
  const position = Int32Array.from({ length: nodes }, (_, i) => i)
  const edges = { edgeA: Int32Array.of(0), edgeB: Int32Array.of(1) }
  const basis = new Basis({ nodes, free: 5, sources, outputs, position, ...edges, products: 0 })
  basis.psi.forEach((column, s) => column.set(volts(nodes, 0.317 + s / 7)))
  basis.phi.forEach((column, o) => column.set(volts(nodes, 0.713 + o / 11)))
  basis.readResponse(2)
  return { basis, sources, outputs, inputs: volts(24, 0.377), targets: volts(36, 0.593) }
}

/** (V_D - V_F) of each output for one example. */
function missesOf(
  { basis, sources, outputs, inputs, targets }: ReturnType<typeof made>,
  m: number,
) {
  return Array.from({ length: outputs }, (_, o) => {
    let miss = targets[m * outputs + o]
    for (let s = 0; s < sources; s++)
      miss -= basis.response[o * sources + s] * inputs[m * sources + s]
    return miss
  })
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

test.each([1, 2, 3, 10])(
  'the error of %i examples is that of the even places plus that of the odd, by output.',
  (count) => {
    const parts = made()
    const examples = Int32Array.from({ length: 12 }, (_, i) => (i * 5) % 12)
    const squares = [...examples.subarray(2, 2 + count)].map((m) =>
      missesOf(parts, m).map((miss) => miss * miss),
    )
    const byOutput = Array.from({ length: parts.outputs }, (_, o) => {
      const of = squares.map((square) => square[o])
      return sum(of.filter((_, i) => i % 2 === 0)) + sum(of.filter((_, i) => i % 2 === 1))
    })
    const { basis, inputs, targets } = parts
    expect(basis.gather(inputs, targets, examples, 2, count, 0.3)).toBe(sum(byOutput))
  },
)
