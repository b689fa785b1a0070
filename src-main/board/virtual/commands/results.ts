import { averageClasses, isHeld, type BoardEvaluation, type Float32Learner } from '../../float32'
import { encodeBlock } from '../../link/block'
import { packElements } from '../../link/elements'
import { CommandError } from '../errors'
import { limits } from '../limits'
import { floatText } from '../number'
import type { Params } from '../params'
import type { Answer } from '../reply'
import type { BoardState } from '../state'
import { reading, type Command, type Desk } from './command'
import { real } from './plain'

const NOTHING = '9.91E37'

/** @throws CommandError -221 */
function ready(state: BoardState): Float32Learner {
  const learner = state.needLearner()
  const sources = state.roles.sources.length
  if (!isHeld(learner.network, state.roles)) throw new CommandError(-221)
  if (!averageClasses(learner.examples, sources)) throw new CommandError(-221)
  return learner
}

/** A query about a set of examples; null where it has none. */
const ofSet =
  (answer: (found: BoardEvaluation | null, count: number, classes: number) => Answer) =>
  ({ state }: Desk, params: Params): Answer => {
    const set = params.word('TRAin|TEST')
    params.end()
    const learner = ready(state)
    const { train, test, classes } = learner.examples
    const count = set === 'TRA' ? train : test
    const found = count === 0 ? null : learner.evaluate(set === 'TRA' ? 0 : train, count)
    return answer(found, count, classes)
  }

/** Voltages of the last step by node. */
const voltages = (clamped: boolean): NonNullable<Command['get']> =>
  reading(({ state }) => {
    const { solver } = state.needLearner()
    const { x, d, plan } = solver
    const byNode = Array.from(plan.position, (p) => (clamped ? Math.fround(x[p] + d[p]) : x[p]))
    return encodeBlock('F', packElements('F', byNode))
  })

/** SENSe, FETCh, CALCulate, TELemetry. */
export const results: Command[] = [
  real('SENSe:VOLTage:RANGe', 'voltageRange', 0.001, 1000),
  {
    header: 'SENSe:VOLTage:SCALe',
    get: reading(({ state }) => floatText(Math.fround(state.config.voltageRange / 32_767))),
  },
  {
    header: 'FETCh:FRAMe',
    get: reading(({ state, telemetry }) =>
      telemetry.frame('S', state.needLearner(), state.learning),
    ),
  },
  { header: 'FETCh:VOLTage:FREE', get: voltages(false) },
  { header: 'FETCh:VOLTage:CLAMped', get: voltages(true) },
  {
    header: 'FETCh:MASK',
    get: reading(({ state }) => encodeBlock('B', state.needLearner().mask)),
  },
  { header: 'FETCh:LOSS', get: reading(({ state }) => floatText(state.needLearner().loss)) },
  {
    header: 'CALCulate:ERRor',
    get: ofSet((found) => (found === null ? NOTHING : floatText(found.error))),
  },
  {
    header: 'CALCulate:ACCuracy',
    get: ofSet((found, count, classes) =>
      found === null || classes === 0 ? NOTHING : floatText(Math.fround(found.right / count)),
    ),
  },
  {
    header: 'CALCulate:OUTPut',
    get: ({ state }, params) => {
      const examples = state.learner?.examples
      const all = examples === undefined ? 0 : examples.train + examples.test
      const first = params.u32(0, all)
      const count = params.u32(0, all - first)
      params.end()
      return encodeBlock('F', packElements('F', ready(state).evaluate(first, count).outputs))
    },
  },
  {
    header: 'CALCulate:CONFusion',
    get: (desk, params) =>
      ofSet((found, _, classes) => {
        if (classes === 0) throw new CommandError(-221)
        const counts = found?.confusion ?? new Uint16Array(classes * classes)
        return encodeBlock('W', packElements('W', counts))
      })(desk, params),
  },
  {
    header: 'TELemetry:STATe',
    set: ({ state, telemetry }, params) => {
      const on = params.bool()
      params.end()
      if (on && telemetry.lineBytes() > limits.transmitBytes) throw new CommandError(-321)
      state.config.telemetry = on
    },
    get: reading(({ state }) => (state.config.telemetry ? '1' : '0')),
  },
  {
    header: 'TELemetry:INTerval',
    set: ({ state }, params) => {
      const interval = params.u32(0, 65_535)
      params.end()
      state.settings.frameInterval = interval
    },
    get: reading(({ state }) => String(state.settings.frameInterval)),
  },
  { header: 'TELemetry:DROPped', get: reading(({ telemetry }) => String(telemetry.dropped)) },
]
