import { Draws } from '../random'
import { classify } from './classify'
import { distanceTo, strokes } from './strokes'
import { examples, type Task } from './task'

export interface DigitsSpec {
  kind: 'digits'
  /** Pixels of a row and of a column. */
  side: number
  trainExamples: number
  testExamples: number
  /** Largest shift in each direction, pixels. */
  shift: number
  /** Mean width of a stroke, pixels, and the part by which it differs either way. */
  thickness: number
  thicknessVariation: number
  /** Standard deviation of the noise on a pixel, whose range is 0 to 1. */
  noise: number
  lowV: number
  highV: number
}

const NAMES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** A digit, side x side pixels from 0 to 1, row by row. */
export function drawDigit(digit: number, spec: DigitsSpec, draws: Draws): number[] {
  const { side, shift, thickness, thicknessVariation: variation, noise } = spec
  const [dx, dy] = [draws.between(-shift, shift), draws.between(-shift, shift)]
  const half = (thickness * draws.between(1 - variation, 1 + variation)) / 2
  const slant = draws.between(-0.15, 0.15)
  return Array.from({ length: side * side }, (_, i) => {
    const row = Math.floor(i / side) + 0.5 - dy
    const column = (i % side) + 0.5 - dx
    const y = row / side
    const at = [column / side + slant * (y - 0.5), y] as const
    let nearest = Infinity
    for (const line of strokes[digit])
      for (let k = 1; k < line.length; k++)
        nearest = Math.min(nearest, distanceTo(at, line[k - 1], line[k]))
    // A pixel is as dark as far as the stroke reaches over it.
    const ink = Math.min(1, Math.max(0, half - nearest * side + 0.5))
    return Math.min(1, Math.max(0, ink + noise * draws.gaussian()))
  })
}

/**
 * Synthetic digits (ours; no data set): lines drawn with a random shift, slant, width and noise.
 * One digit after the other, so that every class comes equally often.
 */
export function digits(spec: DigitsSpec, seed: number): Task {
  const inputs = spec.side * spec.side
  const set = (count: number, block: number) => {
    const made = examples(count, inputs, NAMES.length)
    for (let m = 0; m < count; m++) {
      const draws = new Draws(seed, 'task').seek(block + m)
      drawDigit(m % 10, spec, draws).forEach((ink, s) => {
        made.inputs[m * inputs + s] = spec.lowV + (spec.highV - spec.lowV) * ink
      })
    }
    return made
  }
  const labels = (count: number) => Int32Array.from({ length: count }, (_, m) => m % 10)
  const train = set(spec.trainExamples, 0)
  const test = set(spec.testExamples, 2 ** 32)
  const [of, tested] = [labels(spec.trainExamples), labels(spec.testExamples)]
  return {
    inputs,
    outputs: NAMES.length,
    train,
    test,
    classes: classify(NAMES, train, inputs, NAMES.length, of, tested),
  }
}
