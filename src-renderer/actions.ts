import type { ShortcutAction } from './components/shortcuts'
import { useFiles } from './stores/files'
import { useRun } from './stores/run'
import { useConsole } from './stores/console'
import { useSettings } from './stores/settings'
import { useTwin } from './stores/twin'
import { useView } from './stores/view'

/** What keys and the menu can do: the same as the buttons. */
export function useActions(showHelp: () => void): (action: ShortcutAction) => void {
  const run = useRun()
  const files = useFiles()
  const settings = useSettings()
  const talk = useConsole()
  const twin = useTwin()
  const view = useView()
  const actions: Record<ShortcutAction, () => void> = {
    live: () => (view.shown = 'live'),
    library: () => (view.shown = 'library'),
    compare: () => (view.shown = 'compare'),
    toggle: () => void (run.ready && run.toggle()),
    step: () => void (run.ready && run.step()),
    reset: () => void (run.ready && run.reset()),
    scale: settings.toggleScale,
    axis: settings.toggleXAxis,
    twin: () => void (twin.possible && twin.toggle()),
    console: () => {
      if (run.machine.kind === 'board') talk.open = !talk.open
    },
    open: () => void files.open(),
    export: () => void files.exportReport(),
    help: showHelp,
  }
  // Elsewhere a key must not change a run that is out of sight.
  const everywhere = new Set<ShortcutAction>(['live', 'library', 'compare', 'open', 'help'])
  return (action) => {
    if (view.shown === 'live' || everywhere.has(action)) actions[action]()
  }
}
