import { computed, type ComputedRef } from 'vue'
import { t } from '../../i18n'
import { valueAt } from '../../stores/edit'
import { useBoard } from '../../stores/board'
import { useRun } from '../../stores/run'

/** A number of the configuration, bound to a control. */
export interface Bound {
  value: ComputedRef<number | null>
  error: ComputedRef<string | undefined>
  change(value: number): void
  invalid(text: string): void
  /** The text is again what the value says. */
  revert(): void
}

/** @param path canonical, for instance `rule.alpha`; null where the variant has no such field */
export function useBound(path: string): Bound {
  const run = useRun()
  return {
    value: computed(() => {
      const value = run.config === null ? undefined : valueAt(run.config, path)
      return typeof value === 'number' ? value : null
    }),
    error: computed(() => run.fieldErrors[path]),
    change: (value) => void run.edit(path, value),
    invalid: (text) => void run.edit(path, text),
    revert: () => run.forgive(path),
  }
}

/** Why structural controls rest; undefined while they can be used. */
export function useLocked(): ComputedRef<string | undefined> {
  const run = useRun()
  const board = useBoard()
  return computed(() => {
    if (run.replay !== null) return t('controls.replayCloses')
    if (run.running) return t('controls.pauseFirst')
    // Before the first run the controls prepare it; then there is a run that a change would end.
    if (run.machine.kind === 'board' && run.ready && !board.present) return t('controls.boardAway')
    return undefined
  })
}
