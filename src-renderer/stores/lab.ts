import type { Lab } from '@contract'

declare global {
  interface Window {
    /** Exposed by the preload. */
    readonly lab?: Lab
  }
}

let provided: Lab | null = null

/** Names the laboratory that the stores talk to: the preload's, or a scripted one in a test. */
export function provideLab(lab: Lab): void {
  provided = lab
}

/** @throws Error before `provideLab`: the window was opened without its preload. */
export function lab(): Lab {
  if (provided === null) throw new Error('The window has no connection to the laboratory.')
  return provided
}
