export default {
  showFolder: 'Show folder',
  chooseFolder: 'Choose folder…',
  dismiss: 'Dismiss',
  kept: 'Kept: {what}',
  error: 'error',
  warning: 'warning',
  info: 'info',
  errorSaid: '{message}',
  warningSaid: '{message}',
  infoSaid: '{message}',
} as const
