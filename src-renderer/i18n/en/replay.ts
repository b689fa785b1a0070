export default {
  replay: 'Replay',
  of: 'Replay of {name}',
  count: 'Updates and intervals count from shortly before the step that you go to.',
  honest: ' – nothing is computed anew except states between checkpoints',
  resumeHint: 'The run itself learns on from its newest checkpoint.',
  resume: 'Resume the run',
  closeHint: 'Back to what was here before.',
  close: 'Close',
  step: 'Step of the replay',
  stepOf: 'step {step} of {steps}',
  ofSteps: 'of {steps}',
  speed: 'Speed of the replay',
} as const
