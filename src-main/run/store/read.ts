import type { BoardDevice, Gap, Problem, RunConfig } from '@contract'
import { runConfigSchema } from '@contract'
import type { RunCheckpoint } from '../checkpoint'
import type { Versions } from '../record'
import { readAdjustments } from './adjustments'
import type { ReceivedFrame } from './board-record'
import { checkpointBefore } from './checkpoints'
import { doublesOf, unpack } from './codec'
import type { Database, Row } from './database'
import { noSuchRun } from './problems'
import { readHistory } from './whole-history'

/** A run as it was configured, and as it is. */
export interface StoredRun {
  id: string
  /** As it was given: what a reset goes back to. */
  initialConfig: RunConfig
  /** With every adjustment, made or planned. */
  config: RunConfig
  versions: Versions
  startedAt: string
  steps: number
  runTimeMs: number
  edges: number
  problems: { step: number; problem: Problem }[]
  /** Of a board run. */
  device: BoardDevice | null
  gaps: Gap[]
}

/** Steps that were kept with their loss and conductances: one row each. */
export interface Samples {
  step: Float64Array
  /** V^2. */
  loss: Float64Array
  /** Rows of E values. */
  conductance: Float64Array[]
}

/** @throws ProblemError `no-such-run` */
export function readRun(database: Database, id: string): StoredRun {
  const row = runRow(database, id)
  const configOf = (column: 'config' | 'initialConfig'): RunConfig => {
    const adjustments = readAdjustments(database, id, column === 'initialConfig')
    return runConfigSchema.parse({ ...JSON.parse(String(row[column])), adjustments })
  }
  return {
    id,
    initialConfig: configOf('initialConfig'),
    config: configOf('config'),
    versions: JSON.parse(String(row.versions)) as Versions,
    startedAt: String(row.createdAt),
    steps: Number(row.step),
    runTimeMs: Number(row.runTimeMs),
    edges: Number(row.edges),
    problems: database
      .rows('SELECT step, problem FROM problem WHERE run = ? ORDER BY number', id)
      .map(({ step, problem }) => ({ step: Number(step), problem: JSON.parse(String(problem)) })),
    device: row.device === null ? null : (JSON.parse(String(row.device)) as BoardDevice),
    gaps: database
      .rows('SELECT gap FROM gap WHERE run = ? ORDER BY number', id)
      .map(({ gap }) => JSON.parse(String(gap)) as Gap),
  }
}

/** What makes the run go on from its newest checkpoint. @throws ProblemError `no-such-run` */
export function readResumption(database: Database, id: string): RunCheckpoint {
  const { config, initialConfig } = readRun(database, id)
  const row = database.row('SELECT step, data FROM resume WHERE run = ?', id)
  const checkpoint = row === null ? null : checkpointBefore(database, id, Number(row.step))
  if (row === null || checkpoint === null) throw noSuchRun(id)
  const rest = unpack(row.data as Uint8Array) as Omit<
    RunCheckpoint,
    'config' | 'initialConfig' | 'machine'
  >
  const { telemetry } = rest
  const history = readHistory(database, id, telemetry.history)
  const machine = Uint8Array.from(checkpoint.machine)
  return { ...rest, initialConfig, config, machine, telemetry: { ...telemetry, history } }
}

/** @param toStep null: to the newest */
export function readSamples(
  database: Database,
  id: string,
  fromStep = 0,
  toStep: number | null = null,
): Samples {
  const width = 2 + Number(runRow(database, id).edges)
  const [step, loss, conductance]: [number[], number[], Float64Array[]] = [[], [], []]
  const blobs = database.rows(
    `SELECT rows FROM sample WHERE run = ? AND lastStep >= ? AND firstStep <= ? ORDER BY lastStep`,
    ...[id, fromStep, toStep ?? Number.MAX_SAFE_INTEGER],
  )
  for (const blob of blobs) {
    const rows = doublesOf(blob.rows as Uint8Array)
    for (let at = 0; at < rows.length; at += width) {
      if (rows[at] < fromStep || rows[at] > (toStep ?? Infinity)) continue
      step.push(rows[at])
      loss.push(rows[at + 1])
      conductance.push(rows.slice(at + 2, at + width))
    }
  }
  return { step: Float64Array.from(step), loss: Float64Array.from(loss), conductance }
}

/** A frame of a board and when it came, epoch time in ms. */
export interface StoredFrame {
  frame: ReceivedFrame
  receivedMs: number
}

/** Every frame that came from a board, oldest first. */
export function readFrames(database: Database, id: string): StoredFrame[] {
  return database
    .rows('SELECT receivedMs, data FROM frame WHERE run = ? ORDER BY number', id)
    .map(({ receivedMs, data }) => ({
      frame: unpack(data as Uint8Array) as ReceivedFrame,
      receivedMs: Number(receivedMs),
    }))
}

/** The newest frame at or before a step; null: none had come by then. */
export function frameAt(database: Database, id: string, step: number): StoredFrame | null {
  const row = database.row(
    `SELECT receivedMs, data FROM frame WHERE run = ? AND lastStep <= ?
    ORDER BY lastStep DESC, number DESC LIMIT 1`,
    ...[id, step],
  )
  if (row === null) return null
  const frame = unpack(row.data as Uint8Array) as ReceivedFrame
  return { frame, receivedMs: Number(row.receivedMs) }
}

function runRow(database: Database, id: string): Row {
  const row = database.row('SELECT * FROM run WHERE id = ?', id)
  if (row === null) throw noSuchRun(id)
  return row
}
