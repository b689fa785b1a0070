import type { SweepEntry, SweepState } from '@contract'
import { t } from '../../i18n'

/** As it was named, or by what it varies. */
export function sweepName({ name, axes }: Pick<SweepEntry, 'name' | 'axes'>): string {
  if (name !== '') return name
  return t('sweep.unnamed', { axes: axes.join(' × ') || t('sweep.seedsOnly') })
}

export const stateText = (state: SweepState): string =>
  ({
    waiting: t('sweep.waiting'),
    running: t('sweep.running'),
    paused: t('sweep.paused'),
    stopped: t('sweep.stopped'),
    finished: t('sweep.finished'),
    failed: t('sweep.failedState'),
  })[state]
