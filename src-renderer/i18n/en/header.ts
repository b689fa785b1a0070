export default {
  console: 'Console',
  consoleHint: 'Talk with the board in SCPI.',
  open: 'Open…',
  openLabel: 'Open',
  openHint:
    'Open a run, a configuration, a network, a data set or a bundle; or drop it on the window.',
  export: 'Export report…',
  exporting: 'Exporting…',
  exportLabel: 'Export report',
  exportHint: 'Write the plots, the data and every parameter to a folder.',
  shortcuts: 'Keyboard shortcuts',
  shortcutsHint: 'Keyboard shortcuts.',
  keyboard: 'Keyboard',
  close: 'Close',
  arrowKeys: 'In a field: a little more or less; with Shift ten times that',
  enterKey: 'On an edge of the network: cut or restore it',
  views: 'Views',
} as const
