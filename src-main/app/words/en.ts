import type { inputEndings } from '@contract'

/** What the native menu and the dialogs say. */
export interface Words {
  file: string
  edit: string
  run: string
  view: string
  window: string
  help: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  selectAll: string
  quit: string
  close: string
  resetZoom: string
  zoomIn: string
  zoomOut: string
  fullscreen: string
  reload: string
  developerTools: string
  minimise: string
  zoom: string
  aboutText: string
  exportTitle: string
  exportButton: string
  storeTitle: string
  storeButton: string
  openTitle: string
  openAll: string
  openAny: string
  openKinds: Readonly<Record<keyof typeof inputEndings, string>>
  /** What goes on when the window is closed. */
  closing: Record<'run' | 'sweep' | 'both', string>
  closingDetail: Record<'run' | 'sweep' | 'both', string>
  keepRunning: string
  stopAndQuit: string
  quitForNow: string
  cancel: string
  windowFails: string
  windowFailsDetail: string
  loadAgain: string
}

/** `&` marks the letter that opens a menu with Alt. */
export const en: Words = {
  file: '&File',
  edit: '&Edit',
  run: '&Run',
  view: '&View',
  window: '&Window',
  help: '&Help',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  quit: 'Quit',
  close: 'Close Window',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullscreen: 'Toggle Full Screen',
  reload: 'Reload',
  developerTools: 'Toggle Developer Tools',
  minimise: 'Minimize',
  zoom: 'Zoom',
  aboutText: 'A laboratory for networks that learn by physics, without a clock.',
  exportTitle: 'Export report into a folder',
  exportButton: 'Export here',
  storeTitle: 'Folder of the recorded runs',
  storeButton: 'Record here',
  openTitle: 'Open',
  openAll: 'All that can be opened',
  openAny: 'All files',
  openKinds: {
    'Run, configuration or network': 'Run, configuration or network',
    'Network or data set': 'Network or data set',
    Network: 'Network',
    'Pictures (IDX)': 'Pictures (IDX)',
    Bundle: 'Bundle',
  },
  closing: {
    run: 'A run is going on.',
    sweep: 'A sweep or a study is going on.',
    both: 'A run is going on, and a sweep or a study.',
  },
  closingDetail: {
    run: 'It can go on without a window; start Desynclab again to see it.',
    sweep:
      'It can go on without a window. Quitting is safe, too: every finished run is kept, and at the next start one click goes on with what is missing.',
    both: 'They can go on without a window. If you quit, the run stops where it is; of the sweep every finished run is kept, and at the next start one click goes on with what is missing.',
  },
  keepRunning: 'Keep running in the background',
  stopAndQuit: 'Stop and quit',
  quitForNow: 'Quit, go on later',
  cancel: 'Cancel',
  windowFails: 'The window ended unexpectedly several times.',
  windowFailsDetail: 'A run that was going on goes on without it, and is recorded.',
  loadAgain: 'Open it again',
}
