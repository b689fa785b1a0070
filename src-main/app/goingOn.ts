import type { LabEvent, RunState } from '@contract'
import type { GoingOn } from './closing'

/** What the engine is at, as it tells: whoever closes the window is asked. */
export class Activity {
  private readonly sweeps = new Set<string>()

  /** @returns whether the last sweep or study has just ended */
  hear(event: LabEvent): boolean {
    // What goes on in the next engine is told by that; after the last one nothing does.
    if (event.kind === 'engine' && event.state === 'lost') this.sweeps.clear()
    const told = event.kind === 'sweep' ? event.sweep : event.kind === 'study' ? event.study : null
    if (told === null) return false
    const id = `${event.kind} ${told.id}`
    if (told.state === 'running' || told.state === 'waiting') {
      this.sweeps.add(id)
      return false
    }
    return this.sweeps.delete(id) && this.sweeps.size === 0
  }

  goingOn(run: RunState): GoingOn {
    const sweeps = this.sweeps.size > 0
    if (run === 'running') return sweeps ? 'both' : 'run'
    return sweeps ? 'sweep' : null
  }
}
