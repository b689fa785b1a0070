import type { Float32Solver } from './solver'

/** Examples as a board holds them; S sources, O targets, C classes. */
export interface BoardExamples {
  readonly train: number
  readonly test: number
  /** 0: targets are given. */
  readonly classes: number
  /** (train + test) x S, V. */
  readonly input: Float32Array
  /** (train + test) x O, V; with classes C x O. */
  readonly target: Float32Array
  readonly label: Uint8Array
  /** C x S. */
  readonly mean: Float32Array
}

export function makeExamples(
  train: number,
  test: number,
  classes: number,
  sources: number,
  targets: number,
): BoardExamples {
  const all = train + test
  return {
    train,
    test,
    classes,
    input: new Float32Array(all * sources),
    target: new Float32Array((classes > 0 ? classes : all) * targets),
    label: new Uint8Array(classes > 0 ? all : 0),
    mean: new Float32Array(classes * sources),
  }
}

export const targetRow = (examples: BoardExamples, m: number): number =>
  examples.classes > 0 ? examples.label[m] : m

/** Mean inputs of the classes; false if a class has no training example. */
export function averageClasses(examples: BoardExamples, sources: number): boolean {
  const { mean, label, input, train, classes } = examples
  mean.fill(0)
  const members = new Uint16Array(classes)
  for (let m = 0; m < train && classes > 0; m++) {
    members[label[m]]++
    for (let s = 0; s < sources; s++) mean[label[m] * sources + s] += input[m * sources + s]
  }
  if (members.includes(0)) return false
  for (let i = 0; i < mean.length; i++) mean[i] /= members[Math.floor(i / sources)]
  return true
}

/** Targets of the classes = free response to their mean inputs; after `factor`. */
export function refreshClasses(examples: BoardExamples, solver: Float32Solver): void {
  const { sources, outputs, free } = solver.plan
  for (let c = 0; c < examples.classes; c++) {
    solver.solveFree(examples.mean, c * sources)
    for (let o = 0; o < outputs; o++)
      examples.target[c * outputs + o] = solver.x[free - outputs + o]
  }
}

/** Class whose target is nearest to the target voltages; the first of equals. */
export function nearestClass(examples: BoardExamples, solver: Float32Solver): number {
  const { outputs, free } = solver.plan
  let best = 0
  let least = 0
  for (let c = 0; c < examples.classes; c++) {
    let distance = 0
    for (let o = 0; o < outputs; o++) {
      const miss = Math.fround(examples.target[c * outputs + o] - solver.x[free - outputs + o])
      distance = Math.fround(distance + Math.fround(miss * miss))
    }
    if (c > 0 && !(distance < least)) continue
    best = c
    least = distance
  }
  return best
}
