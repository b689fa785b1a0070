/** Where the native menu and the palette put an action. */
export type ActionGroup = 'file' | 'run' | 'view' | 'help'

interface ActionEntry {
  id: string
  group: ActionGroup
  /** In the menu and in the palette. */
  title: string
  /** One sentence about it. */
  text: string
  /** Keys of the window, as `KeyboardEvent.key` in small letters; mod: Ctrl, on a Mac Command. */
  keys: readonly string[]
  /** Of the native menu, which works while text is typed too. */
  accelerator?: string
}

/** Everything that keys, the native menu and the palette can do, in the order of the menus. */
export const actions = [
  {
    id: 'open',
    group: 'file',
    title: 'Open…',
    text: 'A run, a configuration, a network, a data set or a bundle.',
    keys: ['o'],
    accelerator: 'CmdOrCtrl+O',
  },
  {
    id: 'editor',
    group: 'file',
    title: 'Edit configuration…',
    text: 'Every parameter, as a form and as JSON.',
    keys: ['mod+j'],
    accelerator: 'CmdOrCtrl+J',
  },
  {
    id: 'export',
    group: 'file',
    title: 'Export report…',
    text: 'The plots, the data and every parameter, into a folder.',
    keys: ['e'],
    accelerator: 'CmdOrCtrl+E',
  },
  {
    id: 'toggle',
    group: 'run',
    title: 'Start or pause',
    text: 'Let the network learn, or hold the run.',
    keys: [' '],
    accelerator: 'CmdOrCtrl+Return',
  },
  {
    id: 'step',
    group: 'run',
    title: 'Single step',
    text: 'One step; hold the key to go on.',
    keys: ['s', 'arrowright'],
    accelerator: 'CmdOrCtrl+.',
  },
  {
    id: 'reset',
    group: 'run',
    title: 'Reset to step 0',
    text: 'The same configuration from its start.',
    keys: ['r'],
    accelerator: 'CmdOrCtrl+Backspace',
  },
  {
    id: 'twin',
    group: 'run',
    title: 'Simulated twin',
    text: 'The simulation beside the board, or not.',
    keys: ['t'],
  },
  {
    id: 'live',
    group: 'view',
    title: 'Live',
    text: 'The run of the moment.',
    keys: ['1'],
    accelerator: 'CmdOrCtrl+1',
  },
  {
    id: 'library',
    group: 'view',
    title: 'Library',
    text: 'Every recorded run.',
    keys: ['2'],
    accelerator: 'CmdOrCtrl+2',
  },
  {
    id: 'compare',
    group: 'view',
    title: 'Compare',
    text: 'Chosen runs over each other.',
    keys: ['3'],
    accelerator: 'CmdOrCtrl+3',
  },
  {
    id: 'sweep',
    group: 'view',
    title: 'Sweeps',
    text: 'Many runs with parameters varied, and compared.',
    keys: ['4'],
    accelerator: 'CmdOrCtrl+4',
  },
  {
    id: 'palette',
    group: 'view',
    title: 'Command palette…',
    text: 'Finds every action by its name.',
    keys: ['mod+k'],
    accelerator: 'CmdOrCtrl+K',
  },
  {
    id: 'scale',
    group: 'view',
    title: 'Loss scale',
    text: 'Loss on a logarithmic or a linear scale.',
    keys: ['l'],
  },
  {
    id: 'axis',
    group: 'view',
    title: 'Time axis',
    text: 'Count steps, updates per edge or run time.',
    keys: ['x'],
  },
  {
    id: 'follow',
    group: 'view',
    title: 'Follow the newest point',
    text: 'Keep it in view at the present zoom.',
    keys: ['f'],
  },
  {
    id: 'console',
    group: 'view',
    title: 'Board console',
    text: 'Talk with the board in SCPI.',
    keys: ['c'],
  },
  {
    id: 'language',
    group: 'view',
    // Each language leads to the other, and names it in the other: whoever is lost finds it.
    title: '中文 (Chinese)',
    text: 'Show the window in Simplified Chinese.',
    keys: [],
  },
  {
    id: 'docs',
    group: 'help',
    title: 'Documentation',
    text: 'Quick start, terms and equations.',
    keys: ['f1'],
    accelerator: 'F1',
  },
  {
    id: 'tour',
    group: 'help',
    title: 'Three-step tour',
    text: 'Where to start, what to change, what to look at.',
    keys: [],
  },
  {
    id: 'help',
    group: 'help',
    title: 'Keyboard shortcuts',
    text: 'Every key of the window.',
    keys: ['?'],
    accelerator: 'CmdOrCtrl+/',
  },
  {
    id: 'about',
    group: 'help',
    title: 'About Desynclab',
    text: 'Versions, and the licences of all that it is made of.',
    keys: [],
  },
] as const satisfies readonly ActionEntry[]

export type ActionId = (typeof actions)[number]['id']

export const actionIds: readonly ActionId[] = actions.map(({ id }) => id)
