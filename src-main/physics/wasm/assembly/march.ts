// Whole training steps, one after the other, without leaving the module: learner/learner.ts's loop.

import {
  columns,
  gather,
  phiPairs,
  psiPairs,
  readResponse,
  solveBasis,
  stride,
  weigh,
} from './basis'
import { solveFrontBasis, solveFronts } from './fronts'
import { learn } from './learn'
import { select, words } from './select'
import { number, word } from './memory'
import {
  boundary,
  boundaryCount,
  conductance,
  hold,
  outputs,
  solveTape,
  sources,
  state,
  work,
} from './tape'

/** 0: the tape, 1: fronts. */
let solver: i32 = 0
/** M x S inputs, M x O targets (rows padded to an even number). */
let inputs: usize = 0
let targets: usize = 0
/** Examples of all steps in a row, and how many each step takes. */
let examples: usize = 0
let counts: usize = 0
let loss: usize = 0
let masks: usize = 0

export function placeTask(inputsAt: usize, targetsAt: usize): void {
  inputs = inputsAt
  targets = targetsAt
}

export function placeRecord(
  examplesAt: usize,
  countsAt: usize,
  lossAt: usize,
  masksAt: usize,
): void {
  examples = examplesAt
  counts = countsAt
  loss = lossAt
  masks = masksAt
}

export function setSolver(kind: i32): void {
  solver = kind
}

export function solveOne(m: i32, eta: f64): f64 {
  hold(number(inputs, m * sources))
  const wanted = number(targets, (m * phiPairs) << 1)
  return solver === 0 ? solveTape(wanted, eta) : solveFronts(conductance, state, wanted, eta)
}

export function solveColumns(): void {
  if (solver === 0) solveBasis(work, conductance, boundary, boundaryCount)
  else solveFrontBasis(conductance, columns, stride, psiPairs, phiPairs)
  readResponse()
}

/** @param alpha learning rate times the schedule's gain. */
export function march(firstStep: f64, steps: i32, eta: f64, alpha: f64): void {
  const first = <i64>firstStep
  let example = examples
  for (let i = 0; i < steps; i++) {
    const mask = masks + ((<usize>(i * words)) << 2)
    select(first + i, mask)
    const count = word(counts, i)
    let error: f64
    if (count === 1) {
      error = solveOne(load<i32>(example), eta)
    } else {
      solveColumns()
      error = gather(inputs, targets, example, count, eta)
      weigh()
    }
    example += (<usize>count) << 2
    learn(mask, words, count !== 1, alpha / (eta * <f64>count))
    store<f64>(number(loss, i), error / <f64>(count * outputs))
  }
}
