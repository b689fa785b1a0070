// Whole training steps, one after the other, without leaving the module: learner/learner.ts's loop.

import { columns, phiPairs, psiPairs, stride, two } from './basis'
import { solveAny } from './columns'
import { solveFrontBasis, solveFronts } from './fronts'
import { learn } from './learn'
import { gather, lastRow, weigh } from './moments'
import { batch, batchCount, batchPlaces, drawPlaces, nextBatch, take } from './order'
import { select, words } from './select'
import { number, word } from './memory'
import { boundary, boundaryCount, conductance, hold, outputs, solveTape, state, work } from './tape'
import { backTwo, factorTwo } from './twoColumns'
import { gatherTwo, lastOfTwo } from './twoMoments'

/** 0: the tape, 1: fronts. */
let solver: i32 = 0
/** M rows of S inputs and O targets, each padded to an even number. */
let table: usize = 0
/** Rows of the examples of all steps, places of their own as order.ts has them, and how many each
 * step takes. */
let examples: usize = 0
let examplePlaces: usize = 0
let counts: usize = 0
let loss: usize = 0
let masks: usize = 0

export function placeTask(tableAt: usize): void {
  table = tableAt
}

export function placeRecord(
  examplesAt: usize,
  examplePlacesAt: usize,
  countsAt: usize,
  lossAt: usize,
  masksAt: usize,
): void {
  examples = examplesAt
  examplePlaces = examplePlacesAt
  counts = countsAt
  loss = lossAt
  masks = masksAt
}

export function setSolver(kind: i32): void {
  solver = kind
}

/** Free and clamped state of an example given by its number. */
export function solveOne(m: i32, eta: f64): f64 {
  return solveRow(table + <usize>m * stride, eta)
}

function solveRow(inputs: usize, eta: f64): f64 {
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
  let own = examples
  let place = examplePlaces
  let count: i32 = 0
  let newest = table
  for (let i = 0; i < steps; i++) {
    const mask = masks + ((<usize>(i * words)) << 2)
    select(first + i, mask)
    if (given) {
      own += (<usize>count) << 2
      place += (<usize>count) << 2
      count = word(counts, i)
    } else {
      nextBatch()
      own = batch
      place = batchPlaces
      count = batchCount
    }
    let error: f64
    if (count === 1) {
      if (!given) drawPlaces()
      newest = take(place, own)
      error = solveRow(newest, eta)
    } else if (two) {
      if (solver === 0) factorTwo()
      else solveColumns()
      // Half of what is drawn hides in the latency of the factorisation.
      if (!given) drawPlaces()
      if (solver === 0) backTwo()
      error = gatherTwo(place, own, count, eta)
      newest = lastOfTwo
    } else {
      if (!given) drawPlaces()
      solveColumns()
      error = gather(place, own, count, eta)
      newest = lastRow
      weigh()
    }
    learn(mask, words, count !== 1, alpha / (eta * <f64>count))
    store<f64>(number(loss, i), error / <f64>(count * outputs))
  }
  return <i32>((newest - table) / stride)
}
