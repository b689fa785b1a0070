import type { SweepPlan, SweepRow } from '@contract'
import { workerData } from 'piscina'
import { SimulatedMachine } from '../machine/simulated'
import { Sweep } from './plan/sweep'
import { SharedControl, type Control } from './run/control'
import { probe, type Probed } from './run/probe'
import { rowOf } from './run/row'

/** What every thread of a pool gets once: jobs are then nothing but numbers of runs. */
export interface WorkerData {
  plan: SweepPlan
  engine: string
  /** One 32-bit word of shared memory. */
  word: Int32Array
}

/** probeMs: how long to try it; left out: the whole run. */
export interface Job {
  index: number
  probeMs?: number
}

let prepared: { sweep: Sweep; control: Control } | null = null

function prepare(): { sweep: Sweep; control: Control } {
  const { plan, engine, word } = workerData as WorkerData
  return { sweep: new Sweep(plan, engine), control: new SharedControl(word) }
}

async function perform({ index, probeMs }: Job): Promise<SweepRow | Probed | null> {
  prepared ??= prepare()
  const { sweep, control } = prepared
  const run = sweep.run(index)
  const machine = new SimulatedMachine()
  return probeMs === undefined ? rowOf(run, machine, control) : probe(run, machine, probeMs)
}

/** Ends with the newest job. */
let last: Promise<unknown> = Promise.resolve()

/**
 * What a thread of the pool does with the number of a run; null: it was given up. A problem crosses
 * the thread as data. A job that comes while another is done waits for its end: side by side both
 * would take twice as long.
 */
export default function work(job: Job): Promise<SweepRow | Probed | null> {
  const next = last.then(() => perform(job))
  // Whoever asked for the job hears of its failure.
  last = next.catch(() => null)
  return next
}
