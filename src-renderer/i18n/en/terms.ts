export default {
  more: 'More',
  loss: 'Mean squared error of the outputs: the smoothed line over the band from its minimum to its maximum.',
  network:
    'Nodes and edges as they conduct now; a click on an edge looks at it, a right click says what can be done with it.',
  conductance: 'How many edges have which conductance, now and at the start.',
  intervals:
    'How many steps pass between two updates of an edge, beside the law that the schedule leads to.',
  outputs: 'Where the outputs of the network stand, and where they should be.',
  raster: 'One row per edge, one mark per update; the bars count the updates of each edge.',
  response:
    'How much each spin answers to a push on an output, to a turned input, or to both: a channel between them stands out.',
  evolution:
    'How the answer of the outputs and the affected part grew; the scrubber shows the spins as they were.',
  twin: 'How far the board is from the simulation beside it, which learns from the same seed.',
  compare: 'The errors of the chosen runs over each other, a line and a letter for each.',
  final: 'Where the runs ended: a point each, with the median and the quartiles of each group.',
} as const
