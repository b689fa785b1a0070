import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const rectangle = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
const schema = z.strictObject({ bounds: rectangle, maximized: z.boolean() })

export type Rectangle = z.infer<typeof rectangle>
/** Where the window stood; bounds in pixels of the desktop, as before it was maximised. */
export type Placement = z.infer<typeof schema>

export const smallest = { width: 1024, height: 640 }
/** So much of the title bar has to be on a screen that it can be taken hold of. */
const HANDLE = { width: 120, height: 32 }

/** The placement of the last start; null: there is none, or nothing that can be read. */
export function readPlacement(file: string, log: (what: string) => void): Placement | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (thrown) {
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
    if (!missing) log(`the window's placement cannot be read: ${String(thrown)}`)
    return null
  }
}

/** A window that cannot remember where it stood works all the same; the log says why. */
export function writePlacement(file: string, now: Placement, log: (what: string) => void): void {
  try {
    writeFileSync(file, `${JSON.stringify(now)}\n`)
  } catch (thrown) {
    log(`the window's placement cannot be kept: ${String(thrown)}`)
  }
}

/**
 * The bounds to open with: as they were where their title bar can be reached on a screen that is
 * there, no larger than that screen; null: the system chooses.
 * @param screens work areas in pixels of the desktop
 */
export function fitting(bounds: Rectangle, screens: readonly Rectangle[]): Rectangle | null {
  const overlap = (from: number, length: number, at: number, size: number) =>
    Math.min(from + length, at + size) - Math.max(from, at)
  const screen = screens.find(
    (area) =>
      overlap(bounds.x, bounds.width, area.x, area.width) >= HANDLE.width &&
      bounds.y >= area.y &&
      bounds.y + HANDLE.height <= area.y + area.height,
  )
  if (screen === undefined) return null
  return {
    x: bounds.x,
    y: bounds.y,
    width: Math.max(smallest.width, Math.min(bounds.width, screen.width)),
    height: Math.max(smallest.height, Math.min(bounds.height, screen.height)),
  }
}
