import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { LabEvent } from '@contract'

export type MenuAction = Extract<LabEvent, { kind: 'menu' }>['action']

/** The native menu; what concerns the run is done by the window. */
export function setMenu(send: (action: MenuAction) => void, development: boolean): void {
  const item = (
    label: string,
    action: MenuAction,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => send(action),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        item('Open run…', 'open', 'CmdOrCtrl+O'),
        item('Export report…', 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&Run',
      submenu: [
        item('Start or pause', 'toggle', 'CmdOrCtrl+Return'),
        item('Single step', 'step', 'CmdOrCtrl+.'),
        item('Reset', 'reset', 'CmdOrCtrl+Backspace'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    { label: '&Help', submenu: [item(`About ${app.name}`, 'about')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
