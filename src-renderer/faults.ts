import type { App } from 'vue'
import { useProblems } from './stores/problems'

/** A mistake of the window itself is told like every other problem; the console has its trace. */
export function tellFaults(app: App): void {
  const tell = (): void =>
    useProblems().raise(
      {
        id: 'window-fault',
        severity: 'error',
        message: 'A part of the window failed, and may show something old.',
        kept: 'The run and its record: the engine computes in a process of its own.',
        tip: 'Go on, or close the window and open it again.',
      },
      'window',
    )
  app.config.errorHandler = (thrown) => {
    reportError(thrown)
    tell()
  }
  // The console has these already.
  window.addEventListener('unhandledrejection', tell)
}
