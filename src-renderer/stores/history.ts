import type { HistorySeries, Reply, SeriesName } from '@contract'
import { createEventHook } from '@vueuse/core'
import { defineStore } from 'pinia'
import { watch } from 'vue'
import { askQuietly } from './ask'
import { useAxis } from './axis'
import { useConnection } from './connection'
import { Curve } from './curve'
import { latestWins } from './latest'
import { useProblems } from './problems'
import { joined, momentOf, placeOf, placesOf, stepAt, type Moments } from './ruler'
import { useRun } from './run'
import { useStream } from './stream'
import type { Zoom } from './zoom'

// Between two queries the live buckets of the frames fill in.
const queryEveryMs = 250
/** So many widths of what is in view are known on either side: a drag shows no empty edge. */
const margin = 0.5
/** Rows of the whole run, by which steps are placed on the other axes. */
const overviewRows = 500
/** As many as the engine keeps of a series. */
const allRows = 70_000
/** Every run has it, from step 0 on. */
const ruling: SeriesName = 'train'

const none: Moments = {
  lastStep: new Float64Array(0),
  expectedUpdates: new Float64Array(0),
  runTimeMs: new Float64Array(0),
}

/** The curves in view: the engine's history of the stretch that the axis shows, and what came since. */
export const useHistory = defineStore('history', () => {
  const run = useRun()
  const stream = useStream()
  const connection = useConnection()
  const axis = useAxis()
  const problems = useProblems()
  const answered = createEventHook<boolean>()
  const wants = new Map<string, readonly HistorySeries[]>()
  let curves = new Map<HistorySeries, Curve>()
  let overview = none
  let moments = none
  let momentsVersion = -1
  let pixels = 1000
  /** Questions asked, and which of them the newest answer answers. */
  let questions = 0
  let newestAnswer = 0
  /** The zoom whose rows are known. */
  let knownZoom: Zoom | null = null
  let version = 0

  const wanted = (): HistorySeries[] => [...new Set([ruling, ...[...wants.values()].flat()])]
  function curveOf(series: HistorySeries): Curve {
    const known = curves.get(series)
    if (known !== undefined) return known
    const curve = new Curve()
    curves.set(series, curve)
    return curve
  }

  /** Names the series that a chart shows. Returns a function that ends it. */
  function want(chart: string, series: readonly HistorySeries[]): () => void {
    wants.set(chart, series)
    void look(undefined)
    return () => void wants.delete(chart)
  }

  /** @param width of the widest chart, px: a bucket, with its min and max, per pixel column */
  function setWidth(width: number): void {
    pixels = Math.max(100, Math.min(8000, Math.round(width)))
  }

  /** Known moments of the run, ascending: the whole of it, finer where it is in view. */
  function ruler(): Moments {
    if (momentsVersion === version) return moments
    momentsVersion = version
    moments = joined(overview, curveOf(ruling).columns())
    const frame = stream.frame()
    if (frame !== null && frame.run === run.description?.run) {
      const last = moments.lastStep.at(-1) ?? -1
      if (frame.step > last) moments = joined(moments, momentOf(frame))
    }
    return moments
  }

  function changed(): void {
    version++
    axis.grow(placesOf(ruler(), axis.unit).at(-1) ?? 0)
  }

  /** What to ask for: the steps in view with a margin; null: to the newest. */
  function stretch(): { fromStep: number; toStep: number | null; buckets: number } {
    if (axis.zoom.kind === 'all') return { fromStep: 0, toStep: null, buckets: pixels }
    const [from, to] = axis.range()
    const known = ruler()
    const side = margin * (to - from)
    const at = (place: number) => Math.max(0, stepAt(known, place, axis.unit))
    const toStep = Math.ceil(at(to + side))
    const newest = known.lastStep.at(-1) ?? 0
    return {
      fromStep: Math.floor(at(Math.max(0, from - side))),
      toStep: toStep < newest ? toStep : null,
      // A level of the pyramid fills between a half and all of what it may.
      buckets: Math.round(2 * (1 + 2 * margin) * pixels),
    }
  }

  /** Asks for what is in view, all of it by one question. An answer that a later one overtook is let go. */
  async function question(): Promise<void> {
    if (run.description === null || document.hidden) return
    const [number, { zoom }, asked, series] = [++questions, axis, stretch(), wanted()]
    const outcome = await askQuietly('histories', {
      parts: [
        { series: ruling, fromStep: 0, toStep: null, buckets: overviewRows },
        ...series.map((one) => ({ series: one, ...asked })),
      ],
    })
    if (number < newestAnswer) return
    newestAnswer = number
    problems.solveFrom('histories')
    if (!outcome.ok) return problems.raise(outcome.problem, 'histories')
    const [whole, ...rows] = outcome.value
    if (whole.run !== run.description?.run) return
    overview = whole
    series.forEach((one, n) => curveOf(one).replace(rows[n], asked.toStep === null))
    changed()
    const first = zoom !== knownZoom
    knownZoom = zoom
    void answered.trigger(first)
  }
  const refresh = latestWins(question)
  /** Another stretch came into view: its question waits for no other one but of its kind. */
  const look = latestWins(question)

  /**
   * Every row that the engine keeps of a stretch, at full resolution.
   * @param from @param to places on the axis
   */
  async function everyRow(
    series: HistorySeries,
    from: number,
    to: number,
  ): Promise<Reply<'history'> | null> {
    const known = ruler()
    const asked = {
      series,
      fromStep: Math.max(0, Math.floor(stepAt(known, from, axis.unit)) - 1),
      toStep: Math.max(0, Math.ceil(stepAt(known, to, axis.unit)) + 1),
      buckets: allRows,
    }
    const outcome = await askQuietly('history', asked)
    return outcome.ok ? outcome.value : null
  }

  stream.onTaken((frame) => {
    // The record has all of it already.
    if (run.replay !== null) return
    for (const series of wanted()) {
      const bucket = frame.buckets[series as SeriesName]
      if (bucket !== undefined) curveOf(series).append(bucket, frame)
    }
    version++
    // A frame says where it stands on every axis: no ruler is laid out 60 times a second.
    axis.reach(placesOf(momentOf(frame), axis.unit)[0])
  })
  watch(
    () => run.description,
    (now, before) => {
      curves = new Map()
      overview = none
      version++
      axis.grow(0)
      axis.all()
      if (before !== null && before.run !== now?.run) stream.close(before.run)
      void look(undefined)
    },
    { flush: 'sync' },
  )
  watch(
    () => axis.unit,
    (_, before) => {
      const known = ruler()
      axis.convert((place) => placeOf(known, stepAt(known, place, before), axis.unit))
    },
    { flush: 'sync' },
  )
  // The last stretch of a run that stopped comes whole from the record.
  watch(
    () => connection.state,
    () => void refresh(undefined),
  )
  watch(
    () => axis.zoom,
    () => void look(undefined),
    { flush: 'sync' },
  )

  /** Asks regularly while the run moves. Returns a function that ends it. */
  function connect(): () => void {
    const timer = setInterval(() => {
      if (run.running) void refresh(undefined)
    }, queryEveryMs)
    const back = (): void => {
      if (!document.hidden) void refresh(undefined)
    }
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', back)
    }
  }

  return {
    connect,
    want,
    setWidth,
    everyRow,
    /** @param listener hears whether these rows are the first of what came into view */
    onAnswer: (listener: (first: boolean) => void): (() => void) => answered.on(listener).off,
    /** Whether the rows of what is in view are known, and not only those of what was. */
    isKnown: () => knownZoom === axis.zoom,
    /** Place of a step on the axis. */
    place: (step: number): number => placeOf(ruler(), step, axis.unit),
    /** The steps in view, with a margin on either side; toStep null: to the newest. */
    stretch,
    /** Changes whenever a curve does. */
    version: () => version,
    curve: (series: HistorySeries) => curves.get(series),
  }
})
