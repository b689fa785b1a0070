import type { ActionId } from '@contract'
import { t } from './i18n'
import { chapterInSight } from './components/docs/about'
import { useAxis } from './stores/axis'
import { useFiles } from './stores/files'
import { useRun } from './stores/run'
import { useConnection } from './stores/connection'
import { useConsole } from './stores/console'
import { useDialogs } from './stores/dialogs'
import { useLanguage } from './stores/language'
import { useSettings } from './stores/settings'
import { useTour } from './stores/tour'
import { useTwin } from './stores/twin'
import { useView } from './stores/view'

export interface Actions {
  /** Why it cannot be done now; null where it can. */
  reason(action: ActionId): string | null
  /** Does it, unless there is a reason against it. */
  act(action: ActionId): void
}

/** What keys, the palette and the menu can do: the same as the buttons. */
export function useActions(): Actions {
  const axis = useAxis()
  const run = useRun()
  const files = useFiles()
  const settings = useSettings()
  const talk = useConsole()
  const twin = useTwin()
  const view = useView()
  const dialogs = useDialogs()
  const connection = useConnection()
  const languages = useLanguage()
  const tour = useTour()
  const actions: Record<ActionId, () => void> = {
    live: () => (view.shown = 'live'),
    library: () => (view.shown = 'library'),
    compare: () => (view.shown = 'compare'),
    sweep: () => (view.shown = 'sweep'),
    palette: () => (dialogs.shown = 'palette'),
    editor: () => (dialogs.shown = 'editor'),
    docs: () => dialogs.explain(chapterInSight()),
    help: () => (dialogs.shown = 'help'),
    about: () => (dialogs.shown = 'about'),
    tour: () => tour.begin(),
    toggle: () => void run.toggle(),
    step: () => void run.step(),
    reset: () => void run.reset(),
    scale: settings.toggleScale,
    axis: axis.toggleUnit,
    twin: () => void twin.toggle(),
    console: () => (talk.open = !talk.open),
    follow: axis.follow,
    language: languages.toggle,
    open: () => void files.open(),
    export: () => void files.exportReport(),
  }
  const noRun = (): string | null => {
    if (!run.ready) return t('actions.noBoard')
    if (run.description === null) return t('actions.noNetwork')
    return connection.state === 'failed' ? t('actions.failed') : null
  }
  const board = (): string | null => (run.machine.kind === 'board' ? null : t('actions.onlyBoard'))
  const reasons: Partial<Record<ActionId, () => string | null>> = {
    toggle: noRun,
    step: noRun,
    reset: () => (run.ready ? null : noRun()),
    twin: () => board() ?? (twin.possible ? null : noRun()),
    console: board,
    editor: () => (run.config === null ? t('actions.noConfig') : null),
    export: () => {
      if (files.exporting) return t('actions.exporting')
      return run.description === null ? t('actions.noRun') : null
    },
  }
  // Elsewhere a key must not change a run that is out of sight.
  const ofLive = new Set<ActionId>([
    'toggle',
    'step',
    'reset',
    'scale',
    'axis',
    'follow',
    'twin',
    'console',
  ])
  const reason = (action: ActionId): string | null =>
    view.shown !== 'live' && ofLive.has(action)
      ? t('actions.onlyLive')
      : (reasons[action]?.() ?? null)
  return {
    reason,
    act(action) {
      if (reason(action) === null) actions[action]()
    },
  }
}
