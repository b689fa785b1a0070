import {
  defaultConfig,
  Float32Learner,
  Float32Solver,
  makeBoardNetwork,
  makeExamples,
  planOf,
  resetEdge,
  type BoardConfig,
  type BoardNetwork,
  type BoardRoles,
} from '../float32'
import { CommandError, ErrorQueue } from './errors'
import { memoryOfNetwork, memoryOfTask, MEMORY_BYTES } from './memory'

export const events = { complete: 1, query: 4, device: 8, execution: 16, command: 32, power: 128 }
export const OPERATION_LEARNING = 16

const noRoles = (): BoardRoles => ({ sources: [], grounds: [], targets: [] })

/** Settings that *SAV keeps. */
export interface Settings {
  baud: number
  watchdogS: number
  frameInterval: number
  serial: string
}

export const defaultSettings = (): Settings => ({
  baud: 115_200,
  watchdogS: 0,
  frameInterval: 0,
  serial: '0',
})

/** All that a board knows; commands read and change it. */
export class BoardState {
  config: BoardConfig = defaultConfig()
  network: BoardNetwork | null = null
  roles: BoardRoles = noRoles()
  /** There once a task is defined. */
  learner: Float32Learner | null = null
  learning = false
  output = false
  /** Steps to go; null: no end. */
  left: number | null = null
  settings: Settings = defaultSettings()
  kept: Settings | null = null

  readonly errors = new ErrorQueue()
  event = events.power
  eventEnable = 0
  serviceEnable = 0
  operationEvent = 0
  operationEnable = 0
  questionableEnable = 0
  completeWanted = false
  /** Number of *OPC? that wait for the end of a run. */
  completeAsked = 0

  /** @throws CommandError -221 */
  needNetwork(): BoardNetwork {
    if (this.network === null) throw new CommandError(-221)
    return this.network
  }

  /** @throws CommandError -221 */
  needLearner(): Float32Learner {
    if (this.learner === null) throw new CommandError(-221)
    return this.learner
  }

  get edges(): number {
    return this.network?.a.length ?? 0
  }

  freeBytes(): number {
    const { network, roles, learner } = this
    if (network === null) return MEMORY_BYTES
    const task = learner === null ? 0 : memoryOfTask(learner.solver.plan, roles, learner.examples)
    return MEMORY_BYTES - memoryOfNetwork(network) - task
  }

  setNetwork(nodes: number, ends: Uint8Array): void {
    this.learner = null
    this.roles = noRoles()
    this.network = makeBoardNetwork(nodes, ends)
    this.anew()
  }

  setRoles(roles: BoardRoles): void {
    this.learner = null
    this.roles = roles
  }

  /** @throws CommandError -221 without roles, -321 without memory: then without a task. */
  setTask(train: number, test: number, classes: number): void {
    const network = this.needNetwork()
    const { roles } = this
    const { sources, targets } = roles
    if (sources.length === 0 || targets.length === 0) throw new CommandError(-221)
    this.learner = null
    const plan = planOf(network, roles)
    const examples = makeExamples(train, test, classes, sources.length, targets.length)
    const learner = new Float32Learner(
      this.config,
      network,
      new Float32Solver(plan, network),
      examples,
    )
    const needed = memoryOfNetwork(network) + memoryOfTask(plan, roles, examples, true)
    if (needed > MEMORY_BYTES) throw new CommandError(-321)
    this.learner = learner
  }

  /** Starts the run anew. */
  anew(): void {
    const { learner, network, config } = this
    if (learner !== null) learner.reset()
    else if (network !== null)
      for (let e = 0; e < network.a.length; e++) resetEdge(config, network, e)
  }

  reset(): void {
    this.abort()
    this.output = false
    this.config = defaultConfig()
    this.learner = null
    this.network = null
    this.roles = noRoles()
  }

  abort(): void {
    if (!this.learning) return
    this.learning = false
    this.operationEvent |= OPERATION_LEARNING
    if (this.completeWanted) this.event |= events.complete
    this.completeWanted = false
  }

  setOutput(on: boolean): void {
    if (!on) this.abort()
    this.output = on
  }

  statusByte(): number {
    let byte = this.errors.count > 0 ? 4 : 0
    if (this.event & this.eventEnable) byte |= 32
    if (this.operationEvent & this.operationEnable) byte |= 128
    if (byte & this.serviceEnable & ~64) byte |= 64
    return byte
  }
}
