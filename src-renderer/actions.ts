import type { ShortcutAction } from './components/shortcuts'
import { useFiles } from './stores/files'
import { useRun } from './stores/run'
import { useConsole } from './stores/console'
import { useSettings } from './stores/settings'
import { useTwin } from './stores/twin'

/** What keys and the menu can do: the same as the buttons. */
export function useActions(showHelp: () => void): (action: ShortcutAction) => void {
  const run = useRun()
  const files = useFiles()
  const settings = useSettings()
  const talk = useConsole()
  const twin = useTwin()
  const actions: Record<ShortcutAction, () => void> = {
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
  return (action) => actions[action]()
}
