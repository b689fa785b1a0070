import { actions, actionWords } from '@contract'
import { computed } from 'vue'
import { language, t } from '../../i18n'
import { presetIn } from '../../i18n/presets'
import { useActions } from '../../actions'
import { useLimits } from '../../stores/limits'
import { presets } from '../../stores/presets'
import { useRun } from '../../stores/run'
import { shownKey } from '../shortcuts'
import { useChartCommands } from './chartCommands'
import type { Command } from './command'
import { useLibraryCommands } from './libraryCommands'
import { useToolCommands } from './toolCommands'

/** Every action of the window, its tools, figures, presets and runs; all that the palette finds. */
export function useCommands() {
  const { act, reason } = useActions()
  const limits = useLimits()
  const run = useRun()
  const tools = useToolCommands()
  const charts = useChartCommands()
  const library = useLibraryCommands()
  return computed((): Command[] => [
    ...actions
      .filter(({ id }) => id !== 'palette')
      .map(({ id, keys }) => ({
        id,
        ...actionWords[language.value][id],
        keys: keys.map(shownKey),
        reason: reason(id),
        run: () => act(id),
      })),
    ...tools.value,
    ...presets.map(presetIn).map(({ id, title, shows, config }) => ({
      id: `preset-${id}`,
      title: t('palette.preset', { title }),
      text: shows,
      keys: [],
      reason: run.running ? t('palette.pauseFirst') : (limits.config(config) ?? null),
      run: () => void run.configure({ ...config, machine: run.machine }, id),
    })),
    ...charts.value,
    ...library.value,
  ])
}
