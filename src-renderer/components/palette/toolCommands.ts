import { computed, type ComputedRef } from 'vue'
import { t } from '../../i18n'
import { useDamage } from '../../stores/damage'
import { useLimits } from '../../stores/limits'
import { useObservables } from '../../stores/observables'
import { useRun } from '../../stores/run'
import { useView } from '../../stores/view'
import { useWhatIf } from '../../stores/whatIf'
import type { Command } from './command'

/** Tools of the Live view that have a button and no key. */
export function useToolCommands(): ComputedRef<Command[]> {
  const run = useRun()
  const view = useView()
  const whatIf = useWhatIf()
  const damage = useDamage()
  const limits = useLimits()
  const observables = useObservables()
  return computed((): Command[] => {
    const away =
      view.shown !== 'live'
        ? t('palette.onlyLive')
        : run.config === null
          ? t('palette.noRun')
          : null
    const tool = (
      id: string,
      title: string,
      text: string,
      reason: string | null,
      act: () => void,
    ): Command => ({ id, title, text, keys: [], reason: away ?? reason, run: act })
    return [
      tool('what-if', t('palette.whatIf'), t('palette.whatIfText'), null, whatIf.begin),
      tool(
        'damage',
        t('palette.damage', { count: damage.count }),
        t('palette.damageText'),
        limits.edge(damage.action) ?? null,
        () => void damage.apply(),
      ),
      tool(
        'undo-damage',
        t('palette.undoDamage'),
        t('palette.undoDamageText'),
        damage.damaged.length > 0 ? null : t('palette.nothingDamaged'),
        () => void damage.undo(),
      ),
      tool('physics', t('palette.physics'), t('palette.physicsText'), null, () => {
        observables.open = !observables.open
      }),
    ]
  })
}
