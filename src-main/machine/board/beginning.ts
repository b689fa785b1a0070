import { ProblemError, type MachineDescription, type RunConfig } from '@contract'
import type { BoardProgram } from '../../board'
import { makeLearner, type Data, type Learner } from '../../physics'
import { inOrder } from '../adjustments'
import { makeChange } from '../adjust'
import { asProblem } from '../problem'
import { ofResistors } from '../resistors'
import { tellOf } from './changes'
import type { BoardCheckpoint } from './checkpoint'
import { describeBoard } from './describe'
import { askEvaluation } from './evaluation'
import { checkFit } from './fit'
import { Follower } from './follower'
import { Measured } from './measured'
import { prepareFrames, readInitial } from './prepare'
import { boardRestarted } from './problems'
import { askStanding, type Standing } from './sameRun'
import type { Session } from './session'

/**
 * The network, task, rule and schedule of a configuration, which the board can learn, with all its
 * adjustments. Nothing is sent. @throws ProblemError
 */
export function modelOf(session: Session, config: RunConfig, data: Data): Learner {
  const model = asProblem(() => makeLearner(ofResistors(config), data))
  const capability = session.line.capability()
  session.capability = capability
  session.device = session.line.device()
  checkFit(config, model, capability)
  const rehearsal = asProblem(() => makeLearner(ofResistors(config), data))
  for (const { change } of inOrder(config)) {
    tellOf(config, rehearsal, capability, change)
    makeChange(rehearsal, change)
  }
  return model
}

/** Makes what the board holds the run of this session. */
export async function begin(
  session: Session,
  id: string,
  config: RunConfig,
  model: Learner,
  program: BoardProgram,
): Promise<MachineDescription> {
  const { line, capability } = session
  const client = line.client()
  const voltsPerCount = await prepareFrames(client, config, program)
  const measured = new Measured(model, voltsPerCount)
  measured.takeEdges(await readInitial(client, program))
  session.run = {
    id,
    config,
    model,
    program,
    adjustments: inOrder(config),
    follower: new Follower(program.edges.length, measured, () => line.nowMs()),
    measured,
    evaluation: await askEvaluation(client, model.parts.task),
    evaluatedStep: -1,
    made: 0,
    madeUntil: 0,
    changes: [],
    asking: null,
    limit: config.stop.steps ?? Infinity,
    started: false,
    learning: false,
    brief: false,
  }
  return describeBoard(id, config, model, capability, measured.conductance)
}

/**
 * Whether the board is still at the run of a checkpoint; only such a one is told anything.
 * @throws ProblemError board-restarted
 */
export async function checkHeld(
  { line }: Session,
  kept: BoardCheckpoint,
  program: BoardProgram,
): Promise<Standing> {
  const { manufacturer, model, serialNumber, firmware, port } = line.device()
  const found = await askStanding(line.client(), program)
  const same = kept.device.join() === [manufacturer, model, serialNumber, firmware].join()
  const other = same ? found.other : 'it is another board.'
  if (other !== null || found.step < kept.step)
    throw new ProblemError(
      boardRestarted(kept.step, other ?? `it is at step ${found.step}.`, port === null),
    )
  return found
}

/** Goes on where a program was that had this run before. @throws ProblemError board-restarted */
export async function takeUp(session: Session, kept: BoardCheckpoint): Promise<void> {
  const run = session.configured()
  const { line, reach } = session
  const { follower, model } = run
  const found = await checkHeld(session, kept, run.program)
  follower.goOn(kept)
  run.limit = kept.limit ?? Infinity
  run.started = kept.started
  run.made = kept.started ? run.adjustments.filter(({ step }) => step <= kept.step).length : 0
  for (const { step, change } of kept.changes) {
    model.step = step
    makeChange(model, change)
    run.changes.push({ step, change })
  }
  run.learning = found.learning
  run.madeUntil = found.step
  run.evaluatedStep = kept.step
  line.learning(found.learning)
  reach.awayFor = 'program'
  reach.unsure = true
}
