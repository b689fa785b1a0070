import { computed, type ComputedRef } from 'vue'
import { t } from '../../i18n'
import { useAxis } from '../../stores/axis'
import { useCharts, type ShownChart } from '../../stores/charts'
import { useMaximised } from '../../stores/maximised'
import { useTake, type ChartSource } from '../../stores/take'
import { useView } from '../../stores/view'
import type { Command } from './command'

/** What can be done with each figure in the window, and with the axis that those over time share. */
export function useChartCommands(): ComputedRef<Command[]> {
  const charts = useCharts()
  const maximised = useMaximised()
  const take = useTake()
  const axis = useAxis()
  const view = useView()

  function ofChart({ id, title, source }: ShownChart): Command[] {
    const large = maximised.panel === id
    const command = (name: string, words: string, text: string, run: () => void): Command => ({
      id: `${id}-${name}`,
      title: words,
      text,
      keys: [],
      reason: null,
      run,
    })
    const size = command(
      'size',
      large ? t('palette.smaller', { chart: title }) : t('palette.maximise', { chart: title }),
      large ? t('palette.smallerText') : t('palette.maximiseText'),
      () => maximised.toggle(id),
    )
    if (source === null) return [size]
    const takes = (name: string, words: string, act: (source: ChartSource) => Promise<void>) =>
      command(name, words, t('palette.takeText'), () => void act(source))
    return [
      size,
      takes('copy-png', t('palette.copyPng', { chart: title }), take.copyPng),
      takes('save-png', t('palette.savePng', { chart: title }), take.savePng),
      takes('save-svg', t('palette.saveSvg', { chart: title }), take.saveSvg),
      ...(source.csv === undefined
        ? []
        : [takes('save-csv', t('palette.saveCsv', { chart: title }), take.saveCsv)]),
    ]
  }
  const units = computed(
    () =>
      [
        { unit: 'steps', title: t('palette.axisSteps') },
        { unit: 'updates', title: t('palette.axisUpdates') },
        { unit: 'time', title: t('palette.axisTime') },
      ] as const,
  )
  const ofAxis = computed(() =>
    units.value.map(({ unit, title }): Command => ({
      id: `axis-${unit}`,
      title,
      text: t('palette.axisText'),
      keys: [],
      reason: view.shown === 'live' ? null : t('palette.onlyLive'),
      run: () => (axis.unit = unit),
    })),
  )
  return computed(() => [...ofAxis.value, ...[...charts.shown.values()].flatMap(ofChart)])
}
