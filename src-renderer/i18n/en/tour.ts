export default {
  tour: 'Tour',
  of: '{at} of {count}',
  skip: 'Skip',
  back: 'Back',
  done: 'Done',
  next: 'Next',
  startTitle: 'Start here',
  startText:
    'The network learns by itself once you press Start; each step a part of its edges adjusts.',
  pTitle: 'Change p',
  pText:
    'p is the probability that an edge updates on a step. Move it while the run goes on and see what changes.',
  rasterTitle: 'See who updates',
  rasterText:
    'One row per edge, one mark per update. The curve above it is the error: it falls as the network learns.',
} as const
