export default {
  title: 'What would happen with…',
  close: 'Close',
  change: 'Change',
  fromTo: 'From {value} to',
  about: 'A new run with this one change starts from step 0. The present run stays in the library.',
  go: 'Start it',
  same: 'This is its present value: nothing would change.',
} as const
