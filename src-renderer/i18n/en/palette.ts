export default {
  title: 'Command palette',
  find: 'Find an action',
  what: 'What do you want to do?',
  actions: 'Actions',
  none: 'No action has this name. Try another word.',
  preset: 'Preset: {title}',
  pauseFirst: 'Pause the run first.',
} as const
