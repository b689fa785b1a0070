import { statfsSync } from 'node:fs'
import type { Problem } from '@contract'

/** With less room than this a warning is due: some hours at the usual rate. */
const LITTLE_BYTES = 1_000_000_000
/** With less the run pauses, while there is still room to close everything well. */
const TOO_LITTLE_BYTES = 50_000_000

/** Free bytes where the store lies, for this user. */
export function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize
}

/** A tenth more or less: what was told of the room no longer holds. */
export function isStale(toldFree: number, free: number): boolean {
  return Math.abs(free - toldFree) > toldFree / 10
}

/** What is to be said of that much room; an error pauses the run; null: nothing. */
export function roomProblem(free: number, directory: string): Problem | null {
  if (free >= LITTLE_BYTES) return null
  const tooLittle = free < TOO_LITTLE_BYTES
  return {
    id: 'store-room',
    severity: tooLittle ? 'error' : 'warning',
    message: `The disk of the run store has ${(free / 1e6).toFixed(0)} MB left.`,
    where: directory.slice(-500),
    kept: 'Everything so far.',
    tip: `${tooLittle ? 'The run is paused. ' : ''}Make room there, or choose another folder for the runs.`,
  }
}
