import type {
  BoardDevice,
  BoardState,
  CommandName,
  Frame,
  Lab,
  LabEvent,
  MachineDescription,
  Outcome,
} from '@contract'
import { createPinia, setActivePinia } from 'pinia'
import { provideLab } from './lab'

/** A laboratory that a test speaks for: it records what is asked and says what it is told to say. */
export interface ScriptedLab {
  asked: { name: CommandName; request: unknown }[]
  acknowledged: number[]
  /** Replies by command; others reply with nothing. */
  replies: Partial<
    Record<CommandName, (request: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>>
  >
  say(event: LabEvent): void
  show(frame: Frame): void
}

export function scriptLab(): ScriptedLab {
  const events = new Set<(event: LabEvent) => void>()
  let onFrame: (frame: Frame) => void = () => undefined
  const script: ScriptedLab = {
    asked: [],
    acknowledged: [],
    replies: {},
    say: (event) => events.forEach((listener) => listener(event)),
    show: (frame) => onFrame(frame),
  }
  const send = async (name: CommandName, request: unknown): Promise<Outcome<unknown>> => {
    script.asked.push({ name, request })
    return script.replies[name]?.(request) ?? { ok: true, value: undefined }
  }
  provideLab({
    send: send as Lab['send'],
    onEvent(listener) {
      events.add(listener)
      return () => events.delete(listener)
    },
    onFrame(listener) {
      onFrame = listener
      return () => undefined
    },
    acknowledge: (sequence) => script.acknowledged.push(sequence),
    pathOf: () => '',
  })
  setActivePinia(createPinia())
  return script
}

export function description(run: string, trainExamples = 30): MachineDescription {
  return {
    run,
    nodes: [
      { name: 'A', x: 0, y: 0, role: 'source' },
      { name: 'B', x: 1, y: 1, role: 'target' },
    ],
    edges: [[0, 1]],
    initialConductance: Float64Array.of(1),
    conductanceUnit: 'a.u.',
    levelConductance: null,
    updateProbability: Float64Array.of(0.5),
    trainExamples,
    testExamples: 0,
    outputs: ['B'],
    classes: [],
    capabilities: { rules: [], schedules: [], live: [], edgeActions: [], maxStepsPerSecond: null },
  }
}

export function frame(run: string, sequence: number, step = sequence): Frame {
  return {
    run,
    sequence,
    step,
    expectedUpdates: step / 2,
    runTimeMs: 0,
    sentAtMs: performance.timeOrigin + performance.now(),
    stepsPerSecond: 100,
    buckets: {},
    raster: { firstStep: 1, steps: 0, words: 1, masks: new Uint32Array(0) },
    timing: {
      sinceStep: 0,
      updateProbability: Float64Array.of(0.5),
      updates: Float64Array.of(0),
      lastUpdate: Float64Array.of(0),
      intervals: new Uint32Array(8),
    },
    state: {
      conductance: Float64Array.of(1),
      edgeState: Uint8Array.of(0),
      example: 0,
      freeV: Float64Array.of(1, 0),
      clampedV: Float64Array.of(1, 0),
    },
    evaluation: null,
    counters: { merged: 0, dropped: 0 },
  }
}

export const device: BoardDevice = {
  manufacturer: 'Desynclab',
  model: 'Board bench',
  serialNumber: '7',
  firmware: '1.0.0',
  port: null,
  backend: 'BENCH',
  nodes: 64,
  edges: 96,
  levels: 65_535,
  examples: 255,
  rules: ['DISC', 'IDE'],
  schedules: ['SYNC', 'BERN', 'RATE'],
  live: ['SCH:PROB'],
}

export function boardState(change: Partial<BoardState>): BoardState {
  return {
    presence: 'absent',
    sinceMs: 0,
    target: null,
    device: null,
    problem: null,
    counters: { frames: 0, missed: 0, damaged: 0, bytesIn: 0, bytesOut: 0, reconnects: 0 },
    ...change,
  }
}
