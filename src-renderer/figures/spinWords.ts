import type { FigureWords } from './wording'

/** What figures call otherwise where nodes are spins: the cost has no unit, angles are in rad. */
export const spinWords: FigureWords['ofSpins'] = {
  error: 'cost, sum of (1 − cos)/2',
  finalError: 'final cost, sum of (1 − cos)/2',
  errorUnit: '',
  voltage: 'phase (rad)',
  voltageUnit: 'rad',
  desiredVoltage: 'desired phase (rad)',
  outputVoltage: 'output phase (rad)',
  outputs: (examples, outputs, mean, worst) =>
    `${examples} examples on ${outputs} outputs: mean distance from the desired phase ${mean}, largest ${worst}.`,
  conductance: () => 'coupling',
  noConductances: 'No couplings yet.',
  conductances: ({ edges, low, high, mean, initial }) =>
    `${edges} couplings between ${low} and ${high}, mean ${mean}; at step 0 the mean was ${initial}.`,
  edgeHistory: ({ shown, all, last, low, high, one }) =>
    `${shown}${shown < all ? ` of ${all}` : ''} couplings from step 0 to ${last}; ` +
    `they now lie between ${low} and ${high}.${one}`,
  // Beside the pictures of spins the intervals have less room.
  intervalTitle: (name, _, mean) => `${name}, mean ${mean}`,
  roles: { source: 'input', ground: 'ground', target: 'output', hidden: 'hidden' },
  quantities: {
    conductance: 'coupling',
    current: 'current',
    power: 'power',
    rate: 'updates per step',
    contrast: 'cos, nudged − free',
    phase: 'phase',
    response: 'response',
  },
  network: ({ nodes, edges, sources, targets, damaged }) =>
    `${nodes} spins and ${edges} couplings; inputs ${sources}; outputs ${targets}${damaged}.`,
}
