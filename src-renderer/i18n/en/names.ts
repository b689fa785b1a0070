export default {
  ideal: 'the ideal rule',
  discrete: 'the discrete rule',
  synchronous: 'synchronous',
  bernoulli: 'random (Bernoulli)',
  rates: 'unequal rates',
  poisson: 'Poisson clocks',
  sweep: 'sweep',
  block: 'blocks in turn',
  comma: ', ',
  and: '{some} and {last}',
  xy: 'spins with equilibrium propagation',
} as const
