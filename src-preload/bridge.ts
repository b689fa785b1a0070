import type { Frame, Outcome, Piece, Rest } from '@contract'

/**
 * A cheap check, 60 times a second: the shape that everything else hangs on. The engine builds
 * frames from typed code; this keeps anything else that might come over a port out of the window.
 */
export function isFrame(data: unknown): data is Frame {
  if (typeof data !== 'object' || data === null) return false
  const { run, sequence, step, raster, timing, state, counters } = data as Partial<
    Record<keyof Frame, unknown>
  >
  return (
    typeof run === 'string' &&
    typeof sequence === 'number' &&
    typeof step === 'number' &&
    has(raster, 'masks', Uint32Array) &&
    has(timing, 'updates', Float64Array) &&
    has(state, 'conductance', Float64Array) &&
    typeof counters === 'object'
  )
}

/** A frame comes in such messages. */
export function isParcel(data: unknown): data is Piece | Rest {
  if (typeof data !== 'object' || data === null) return false
  if ('piece' in data) return ArrayBuffer.isView(data.piece)
  return 'frame' in data && 'apart' in data && Array.isArray(data.apart)
}

function has(part: unknown, key: string, kind: new () => object): boolean {
  return (
    typeof part === 'object' &&
    part !== null &&
    (part as Record<string, unknown>)[key] instanceof kind
  )
}

/** The main process could not be asked at all. */
export function lostBridge(thrown: unknown): Outcome<never> {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return {
    ok: false,
    problem: { id: 'bridge-failed', severity: 'error', message: message.slice(0, 4000) },
  }
}
