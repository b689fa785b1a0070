export default {
  singular: 'singular',
  physics: 'Physics',
  freeHint: 'Power dissipated by all edges in the free state of the newest example.',
  free: 'Power, free',
  clampedHint: 'The same in the clamped state, with the outputs nudged.',
  clamped: 'clamped',
  conditionHint:
    '1-norm condition number of the reduced Laplacian: how much an error in a conductance may be amplified in the voltages.',
  condition: 'Condition number',
  noiseHint:
    'Noise scale of the updates: root mean square over edges of the change of one step about its mean, since this strip was opened or the run was changed.',
  noise: 'Noise per step',
  displacementHint:
    'Mean squared displacement of the conductances over the longest lag seen, and, small, over all lags, both axes logarithmic. It grows as the lag under diffusion and as its square under drift.',
  displacement: 'Displacement²',
  over: 'over {lag} steps',
  lag: 'lag',
} as const
