export default {
  hint: 'A configuration worth starting from.',
  preset: 'Preset',
  own: 'Own configuration',
  changed: 'changed',
  whatIfHint: 'What would happen with… one change? The same run again, from step 0.',
  whatIf: 'What would happen with…',
  about: 'About this preset',
  lookAt: 'Look at',
} as const
