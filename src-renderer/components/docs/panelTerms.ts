import type { MessageKey } from '../../i18n'
import type { ChapterId } from './about'

/** One sentence about each figure, and where the docs say more. By the test id of its panel. */
export const panelTerms: Readonly<
  Record<string, { text: Extract<MessageKey, `terms.${string}`>; about: ChapterId }>
> = {
  'panel-loss': { text: 'terms.loss', about: 'loss' },
  'panel-network': { text: 'terms.network', about: 'network-view' },
  'panel-conductance': { text: 'terms.conductance', about: 'conductances' },
  'panel-intervals': { text: 'terms.intervals', about: 'timing' },
  'panel-outputs': { text: 'terms.outputs', about: 'outputs' },
  'panel-raster': { text: 'terms.raster', about: 'timing' },
  'panel-response': { text: 'terms.response', about: 'spin-pictures' },
  'panel-evolution': { text: 'terms.evolution', about: 'spin-pictures' },
  'panel-twin': { text: 'terms.twin', about: 'twin' },
  'panel-compare': { text: 'terms.compare', about: 'compare' },
  'panel-final': { text: 'terms.final', about: 'compare' },
}
