import { ProblemError, type RunConfig } from '@contract'
import { StateReader, StateWriter, type Learner } from '../physics'

/** "DSLC", and the version of the layout: a change of what is saved counts it up. */
const MAGIC = 0x44534c43
const VERSION = 2

/** Two 32-bit words of the configuration as far as it decides the trajectory (FNV-1a, twice). */
function fingerprint(config: RunConfig): [number, number] {
  const { machine, network, task, rule, schedule, batch, imperfections, seed } = config
  const text = JSON.stringify([machine, network, task, rule, schedule, batch, imperfections, seed])
  let a = 0x811c9dc5 | 0
  let b = 0x01234567
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b)
  }
  return [a, b]
}

const refuse = (message: string) =>
  new ProblemError({
    id: 'foreign-checkpoint',
    severity: 'error',
    message,
    where: 'checkpoint',
    tip: 'Configure the machine exactly as when the checkpoint was made, with the same version.',
  })

export interface Position {
  /** The stop rule's step with all extensions; Infinity: without end. */
  limit: number
  /** Step 0 was evaluated and its adjustments were made. */
  started: boolean
}

export function writeCheckpoint(config: RunConfig, learner: Learner, at: Position): Uint8Array {
  const state = new StateWriter()
  state.integer(MAGIC)
  state.integer(VERSION)
  for (const word of fingerprint(config)) state.integer(word)
  state.number(at.limit)
  state.integer(at.started ? 1 : 0)
  learner.save(state)
  return state.bytes()
}

/** Puts a learner that was just made where the other was. @throws ProblemError if it is foreign. */
export function readCheckpoint(bytes: Uint8Array, config: RunConfig, learner: Learner): Position {
  const state = new StateReader(bytes)
  if (state.left < 16 || state.integer() !== MAGIC) throw refuse('This is no checkpoint of a run.')
  const version = state.integer()
  if (version !== VERSION)
    throw refuse(`The checkpoint has layout ${version}; this version reads ${VERSION}.`)
  const [a, b] = fingerprint(config)
  if (state.integer() !== a || state.integer() !== b)
    throw refuse('The checkpoint belongs to another configuration.')
  // The same configuration writes the same length: a shorter or longer one was damaged.
  if (bytes.length !== writeCheckpoint(config, learner, { limit: 0, started: false }).length)
    throw refuse('The checkpoint is damaged: its length is wrong.')
  const position = { limit: state.number(), started: state.integer() === 1 }
  learner.load(state)
  return position
}
