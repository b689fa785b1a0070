import {
  affordable,
  asOf,
  observeSpins,
  responseMaps,
  type Spins,
  type XyLearner,
} from '../physics/xy'
import type { SpinEye, SpinMoment } from './machine'

/**
 * Products that the responses of a picture may take: some 8 ms on a lattice of 30 x 30, 0.5 ms on
 * one of 3 x 3; on 100 x 100 one example, start and terminal take more, 80 ms.
 */
const RESPONSE_PRODUCTS = 1_500_000

/** Looks into spins that learn. */
export function spinEye(learner: XyLearner): SpinEye {
  const at = (moment: SpinMoment | null): Spins =>
    moment === null ? learner : asOf(learner, moment)
  const responses = (spins: Spins) => {
    const options = affordable(spins, RESPONSE_PRODUCTS)
    const { examples, starts } = options
    return { ...responseMaps(spins, options), examples, starts }
  }
  return {
    moment: () => learner.snapshot(),
    responses: (moment) => responses(at(moment)),
    view(moment, example) {
      const spins = at(moment)
      const seen = observeSpins(spins, example)
      const { freePhase, nudgedPhase, biasStrength, biasPhase, readings } = seen
      return {
        readings,
        responses: responses(spins),
        freePhase,
        nudgedPhase,
        biasStrength,
        biasPhase,
        coupling:
          moment === null ? learner.couplings.observe() : Float64Array.from(moment.coupling),
      }
    },
  }
}
