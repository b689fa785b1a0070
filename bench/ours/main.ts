// The process of one of our contenders: main.mjs JOB NETWORK P BATCH EXAMPLES
import { problem } from '../networks'
import { boardLineContestant } from './boardLine'
import { eventsContestant } from './events'
import { firstStepContestant } from './firstStep'
import { keptContestant } from './kept'
import { lanesContestant } from './lanes'
import { learnerOf, streamOf } from './learner'
import { machineContestant } from './machine'
import { serve, type Contestant } from './serve'
import { flowContestant, spinsContestant } from './spins'
import { spinStepsContestant } from './spinSteps'
import type { SpinNetwork } from '../spins'

const [job, network, ...rest] = process.argv.slice(2)
const [probability, batch, examples] = rest.map(Number)

const stream = (choice: 'typescript' | 'fastest'): Contestant => {
  const posed = problem(network)
  return streamOf(posed, learnerOf(posed, probability, batch, examples, choice))
}

const jobs: Record<string, () => Contestant | Promise<Contestant>> = {
  typescript: () => stream('typescript'),
  webassembly: () => stream('fastest'),
  lanes: () => lanesContestant(problem(network), probability),
  events: () => eventsContestant(problem(network)),
  machine: () => machineContestant(false),
  recorded: () => machineContestant(true),
  // In the place of the network stands what is kept.
  kept: () => keptContestant(network),
  spins: () => spinsContestant(network as SpinNetwork),
  spinFlow: () => flowContestant(network as SpinNetwork),
  spinSteps: () => spinStepsContestant(network, 'fastest'),
  spinStepsPlain: () => spinStepsContestant(network, 'typescript'),
  // In the place of the network stands the schedule.
  firstStep: () => firstStepContestant(network === 'poisson' ? 'poisson' : 'bernoulli'),
  boardLine: () => boardLineContestant(),
}

await serve(await jobs[job]())
