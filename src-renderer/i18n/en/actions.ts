export default {
  noBoard: 'No board is connected to run on.',
  noNetwork: 'There is no network yet.',
  failed: 'The run failed: reset it first.',
  onlyBoard: 'Only with a board as the machine.',
  noConfig: 'There is no configuration yet.',
  exporting: 'A report is being written.',
  noRun: 'There is no run to report yet.',
  onlyLive: 'Only in the Live view.',
} as const
