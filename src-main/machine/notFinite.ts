import { ProblemError } from '@contract'
import type { StepChunk } from './machine'

/**
 * Ends a run whose numbers are none any more, before they reach its record: beside a conductance of
 * 1e17 times the others a pivot of the factorisation rounds to 0, and what learned from that stays so.
 * The newest step of a chunk tells: no change comes within one.
 * @throws ProblemError with the first step whose error is not finite
 */
export function refuseNotFinite({ firstStep, count, loss }: StepChunk): void {
  if (count === 0 || Number.isFinite(loss[count - 1])) return
  const step = firstStep + loss.findIndex((value) => !Number.isFinite(value))
  throw new ProblemError({
    id: 'not-finite',
    severity: 'error',
    message: `At step ${step} the error is no finite number: the network has become so uneven, or learns so fast, that rounding leaves nothing of its state.`,
    where: `step ${step}`,
    tip: 'Go on from the last checkpoint, or begin again, with conductances closer together (rule.minConductance, rule.maxConductance, that of a stuck edge) or a smaller learning rate.',
  })
}
