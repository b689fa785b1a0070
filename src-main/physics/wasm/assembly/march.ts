// Whole training steps, one after the other, without leaving the module: learner/learner.ts's loop.

import { columns, phiPairs, psiPairs, stride, two } from './basis'
import { solveAny } from './columns'
import { solveFrontBasis, solveFronts } from './fronts'
import { learn } from './learn'
import { gather, weigh } from './moments'
import { batch, batchCount, drawAhead, nextBatch } from './order'
import { select, words } from './select'
import { number, word } from './memory'
import { boundary, boundaryCount, conductance, hold, outputs, solveTape, state, work } from './tape'
import { backTwo, factorTwo } from './twoColumns'
import { gatherTwo, weighTwo } from './twoMoments'

/** 0: the tape, 1: fronts. */
let solver: i32 = 0
/** M rows of S inputs and O targets, each padded to an even number. */
let table: usize = 0
/** Examples of all steps in a row, and how many each step takes. */
let examples: usize = 0
let counts: usize = 0
let loss: usize = 0
let masks: usize = 0

export function placeTask(tableAt: usize): void {
  table = tableAt
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
  const inputs = table + <usize>m * stride
  const wanted = inputs + ((<usize>psiPairs) << 4)
  hold(inputs)
  return solver === 0 ? solveTape(wanted, eta) : solveFronts(conductance, state, wanted, eta)
}

export function solveColumns(): void {
  if (solver !== 0) solveFrontBasis(conductance, columns, stride, psiPairs, phiPairs)
  else if (two) {
    factorTwo()
    backTwo()
  } else solveAny(work, conductance, boundary, boundaryCount)
}

/**
 * @param given the examples and counts of the steps are given; otherwise they follow from epochs.
 * @param alpha learning rate times the schedule's gain.
 * @returns the newest example.
 */
export function march(firstStep: f64, steps: i32, eta: f64, alpha: f64, given: bool): i32 {
  const first = <i64>firstStep
  let end = examples
  for (let i = 0; i < steps; i++) {
    const mask = masks + ((<usize>(i * words)) << 2)
    select(first + i, mask)
    let example: usize
    let count: i32
    if (given) {
      example = end
      count = word(counts, i)
    } else {
      nextBatch()
      example = batch
      count = batchCount
    }
    end = example + ((<usize>count) << 2)
    let error: f64
    if (count === 1) {
      if (!given) drawAhead(1)
      error = solveOne(load<i32>(example), eta)
    } else if (two) {
      if (solver === 0) factorTwo()
      else solveColumns()
      // Half of what is drawn hides in the latency of the factorisation.
      if (!given) drawAhead(count)
      if (solver === 0) backTwo()
      error = gatherTwo(table, example, count, eta)
      weighTwo()
    } else {
      if (!given) drawAhead(count)
      solveColumns()
      error = gather(table, example, count, eta)
      weigh()
    }
    learn(mask, words, count !== 1, alpha / (eta * <f64>count))
    store<f64>(number(loss, i), error / <f64>(count * outputs))
  }
  return load<i32>(end - 4)
}
