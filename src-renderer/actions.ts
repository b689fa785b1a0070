import type { ShortcutAction } from './components/shortcuts'
import { useFiles } from './stores/files'
import { useRun } from './stores/run'
import { useSettings } from './stores/settings'

/** What keys and the menu can do: the same as the buttons. */
export function useActions(showHelp: () => void): (action: ShortcutAction) => void {
  const run = useRun()
  const files = useFiles()
  const settings = useSettings()
  const actions: Record<ShortcutAction, () => void> = {
    toggle: () => void run.toggle(),
    step: () => void run.step(),
    reset: () => void run.reset(),
    scale: settings.toggleScale,
    axis: settings.toggleXAxis,
    open: () => void files.open(),
    export: () => void files.exportReport(),
    help: showHelp,
  }
  return (action) => actions[action]()
}
