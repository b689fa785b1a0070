import { ProblemError, type RunConfig } from '@contract'
import { fingerprint } from './fingerprint'
import { StateReader, StateWriter } from '../physics'
import type { Model } from './model'

/** "DSLC", and the version of the layout: a change of what is saved counts it up. */
const MAGIC = 0x44534c43
const VERSION = 3
/** Where the check word stands: after the magic number and the version. */
const CHECK_AT = 8

/** One word of everything after itself (FNV-1a by bytes, of the length first). */
function checkWord(bytes: Uint8Array): number {
  let word = Math.imul(0x811c9dc5 ^ bytes.length, 0x01000193)
  for (let i = CHECK_AT + 4; i < bytes.length; i++) word = Math.imul(word ^ bytes[i], 0x01000193)
  return word
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

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

export function writeCheckpoint(config: RunConfig, model: Model, at: Position): Uint8Array {
  const state = new StateWriter()
  state.integer(MAGIC)
  state.integer(VERSION)
  state.integer(0)
  for (const word of fingerprint(config)) state.integer(word)
  state.number(at.limit)
  state.integer(at.started ? 1 : 0)
  model.save(state)
  const bytes = state.bytes()
  viewOf(bytes).setInt32(CHECK_AT, checkWord(bytes), true)
  return bytes
}

/** Puts a model that was just made where the other was. @throws ProblemError if it is foreign. */
export function readCheckpoint(bytes: Uint8Array, config: RunConfig, model: Model): Position {
  const state = new StateReader(bytes)
  if (state.left < 16 || state.integer() !== MAGIC) throw refuse('This is no checkpoint of a run.')
  const version = state.integer()
  if (version !== VERSION)
    throw refuse(`The checkpoint has layout ${version}; this version reads ${VERSION}.`)
  const check = state.integer()
  const [a, b] = fingerprint(config)
  if (state.integer() !== a || state.integer() !== b)
    throw refuse('The checkpoint belongs to another configuration.')
  // Its length depends on what happened: under Poisson clocks a failed source is one node more.
  if (check !== checkWord(bytes)) throw refuse('The checkpoint is damaged: its bytes are wrong.')
  const position = { limit: state.number(), started: state.integer() === 1 }
  model.load(state)
  return position
}
