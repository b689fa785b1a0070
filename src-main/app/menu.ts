import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { actions, type ActionGroup, type ActionId } from '@contract'

const mac = process.platform === 'darwin'

/** The native menu; what an action does is the window's. */
export function setMenu(send: (action: ActionId) => void, development: boolean): void {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    copyright: 'A laboratory for networks that learn by physics, without a clock.',
  })
  const group = (wanted: ActionGroup): MenuItemConstructorOptions[] =>
    actions
      .filter((action) => action.group === wanted)
      .map((action) => ({
        id: action.id,
        label: action.title,
        click: () => send(action.id),
        ...('accelerator' in action ? { accelerator: action.accelerator } : {}),
      }))
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    // On a Mac: About, Services, Hide and Quit under the app's name.
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [...group('file'), line, mac ? { role: 'close' } : { role: 'quit' }],
    },
    { role: 'editMenu', label: '&Edit' },
    { label: '&Run', submenu: group('run') },
    {
      label: '&View',
      submenu: [
        ...group('view'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    { role: 'windowMenu', label: '&Window' },
    {
      role: 'help',
      label: '&Help',
      submenu: [
        ...group('help'),
        ...(mac ? [] : [line, { label: `About ${app.name}`, click: () => app.showAboutPanel() }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
