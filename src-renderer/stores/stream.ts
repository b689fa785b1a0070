import type { Evaluation, Frame } from '@contract'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { lab } from './lab'
import { Meter } from './meter'

/** Numbers for texts: they change a few times a second, however fast frames come. */
export interface Glance {
  run: string
  step: number
  expectedUpdates: number
  stepsPerSecond: number
  framesPerSecond: number
  /** Engine to pixel, ms; null when nothing moves. */
  latencyMs: number | null
  merged: number
  dropped: number
  /** Share of the last second in which the run waited for its record, 0 to 1. */
  recordWait: number
  evaluation: Evaluation | null
}

// Hidden windows get no animation frames: take what came twice a second, so that the engine
// keeps a current state for the return.
const hiddenEveryMs = 500
/** Numbers older than this are of a window that is hidden, or of a run that rests. */
const restedMs = 400

/** Frames from the engine. Those that came are taken, drawn and only then acknowledged. */
export const useStream = defineStore('stream', () => {
  /** Newest frame taken; read by charts when they draw, so it is not reactive. */
  let latest: Frame | null = null
  let evaluation: Evaluation | null = null
  let arrived: Frame[] = []
  let drawing: Frame[] = []
  let closedRun: string | null = null
  const meter = new Meter()
  let refreshedMs = -Infinity
  const glance = shallowRef<Glance | null>(null)
  /** True from the first frame of a run on. */
  const hasFrame = ref(false)
  const listeners = new Set<(frame: Frame) => void>()

  function connect(requestDraw: () => void): () => void {
    const stop = lab().onFrame((frame) => {
      if (frame.run === closedRun) {
        lab().acknowledge(frame.sequence)
        return
      }
      arrived.push(frame)
      requestDraw()
    })
    const timer = setInterval(() => {
      if (document.hidden && take()) acknowledge()
      // While charts are drawn the loop renews them, in frames without charts.
      if (performance.now() - refreshedMs >= restedMs) refresh()
    }, hiddenEveryMs)
    return () => {
      stop()
      clearInterval(timer)
    }
  }

  /** Makes what arrived current. False when nothing new came. */
  function take(): boolean {
    if (arrived.length === 0) return false
    for (const frame of arrived) {
      if (latest?.run !== frame.run) evaluation = null
      latest = frame
      evaluation = frame.evaluation ?? evaluation
      for (const listener of listeners) listener(frame)
    }
    drawing = drawing.concat(arrived)
    arrived = []
    hasFrame.value = true
    return true
  }

  function acknowledge(): void {
    for (const frame of drawing) lab().acknowledge(frame.sequence)
    drawing = []
  }

  /** After the charts were drawn. */
  function drawn(): void {
    const nowMs = performance.now()
    if (latest !== null) meter.drawn(nowMs, performance.timeOrigin + nowMs - latest.sentAtMs)
    acknowledge()
  }

  /** Renews the numbers for texts. */
  function refresh(): void {
    const nowMs = performance.now()
    if (latest === null) return
    refreshedMs = nowMs
    glance.value = {
      run: latest.run,
      step: latest.step,
      expectedUpdates: latest.expectedUpdates,
      stepsPerSecond: latest.stepsPerSecond,
      framesPerSecond: meter.framesPerSecond(nowMs),
      latencyMs: meter.latencyMs(nowMs),
      merged: latest.counters.merged,
      dropped: latest.counters.dropped,
      recordWait: latest.counters.recordWait ?? 0,
      evaluation,
    }
  }

  /** Forgets a run that ended; its frames on the way are acknowledged and left out. */
  function close(run: string): void {
    closedRun = run
    if (latest?.run !== run) return
    latest = null
    evaluation = null
    glance.value = null
    hasFrame.value = false
    meter.clear()
  }

  /** Called with each frame as it is taken. Returns a function that ends it. */
  function onTaken(listener: (frame: Frame) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    glance,
    hasFrame,
    connect,
    take,
    drawn,
    refresh,
    close,
    onTaken,
    frame: () => latest,
    evaluation: () => evaluation,
  }
})
