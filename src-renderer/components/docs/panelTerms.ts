import type { ChapterId } from './about'

/** One sentence about each figure, and where the docs say more. By the test id of its panel. */
export const panelTerms: Readonly<Record<string, { text: string; about: ChapterId }>> = {
  'panel-loss': {
    text: 'Mean squared error of the outputs: the smoothed line over the band from its minimum to its maximum.',
    about: 'loss',
  },
  'panel-network': {
    text: 'Nodes and edges as they conduct now; a click on an edge cuts or restores it.',
    about: 'network-view',
  },
  'panel-conductance': {
    text: 'How many edges have which conductance, now and at the start.',
    about: 'conductances',
  },
  'panel-intervals': {
    text: 'How many steps pass between two updates of an edge, beside the law that the schedule leads to.',
    about: 'timing',
  },
  'panel-outputs': {
    text: 'Where the outputs of the network stand, and where they should be.',
    about: 'outputs',
  },
  'panel-raster': {
    text: 'One row per edge, one mark per update; the bars count the updates of each edge.',
    about: 'timing',
  },
  'panel-twin': {
    text: 'How far the board is from the simulation beside it, which learns from the same seed.',
    about: 'twin',
  },
  'panel-compare': {
    text: 'The errors of the chosen runs over each other, a line and a letter for each.',
    about: 'compare',
  },
  'panel-final': {
    text: 'Where the runs ended: a point each, with the median and the quartiles of each group.',
    about: 'compare',
  },
}
