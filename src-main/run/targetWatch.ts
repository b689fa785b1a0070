import type { Evaluation, Problem } from '@contract'

export const targetsCollapsedId = 'targets-collapsed'

/** The targets of the classes count as one when their spread is below this part of the first one. */
const COLLAPSED = 0.05
/** They count as apart again above this part. */
const APART = 0.1

/** Mean over outputs of the distance between the largest and the smallest target, V. */
function spreadOf(targets: Float64Array, outputs: number): number {
  let sum = 0
  for (let output = 0; output < outputs; output++) {
    let [low, high] = [Infinity, -Infinity]
    for (let at = output; at < targets.length; at += outputs) {
      if (targets[at] < low) low = targets[at]
      if (targets[at] > high) high = targets[at]
    }
    sum += high - low
  }
  return outputs === 0 ? 0 : sum / outputs
}

/**
 * Notices that a classification is about to forget its classes. Where the desired voltages follow
 * the network (Iris, our protocol), "all outputs equal" has no error either and attracts long runs:
 * at the preset's alpha the spread is below 5 % after some 30,000 steps, and between 66,000 and
 * 166,000 the test accuracy falls from 96 % to 73 % while the error goes on to 1e-12 V².
 */
export class TargetWatch {
  private readonly first: number
  private seenStep = -1
  private collapsed = false

  /** @param evaluation before the first step */
  constructor(
    evaluation: Evaluation,
    private readonly outputs: number,
  ) {
    this.first = spreadOf(evaluation.targets, outputs)
  }

  /**
   * The problem when it arises, its id when it is over, null when nothing is new.
   * O(examples x outputs) per evaluation.
   */
  look({ step, targets }: Evaluation): Problem | typeof targetsCollapsedId | null {
    if (step === this.seenStep) return null
    this.seenStep = step
    const part = spreadOf(targets, this.outputs) / this.first
    if (!this.collapsed && part < COLLAPSED) {
      this.collapsed = true
      return problemAt(step)
    }
    if (this.collapsed && part > APART) {
      this.collapsed = false
      return targetsCollapsedId
    }
    return null
  }
}

function problemAt(step: number): Problem {
  return {
    id: targetsCollapsedId,
    severity: 'info',
    message:
      'The desired voltages of the classes are nearly equal by now: the error goes on falling, but the network is about to forget the classes.',
    where: `step ${step}`,
    kept: 'The run goes on.',
    tip: 'This comes from our protocol, not from the paper: targets that follow the network are met by equal outputs, too. Stop earlier, lower α, or reset.',
  }
}
