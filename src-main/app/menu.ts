import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { actions, actionWords, type ActionGroup, type ActionId, type Language } from '@contract'
import { words } from './words'

const mac = process.platform === 'darwin'

export interface MenuParts {
  language: Language
  send(action: ActionId): void
  development: boolean
}

/** The native menu in the window's language; what an action does is the window's. */
export function setMenu({ language, send, development }: MenuParts): void {
  const say = words[language]
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    copyright: say.aboutText,
  })
  const group = (wanted: ActionGroup): MenuItemConstructorOptions[] =>
    actions
      .filter((action) => action.group === wanted)
      .map((action) => ({
        id: action.id,
        label: actionWords[language][action.id].title,
        click: () => send(action.id),
        ...('accelerator' in action ? { accelerator: action.accelerator } : {}),
      }))
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    // On a Mac: About, Services, Hide and Quit under the app's name.
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: say.file,
      submenu: [
        ...group('file'),
        line,
        mac ? { role: 'close', label: say.close } : { role: 'quit', label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        line,
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    { label: say.run, submenu: group('run') },
    {
      label: say.view,
      submenu: [
        ...group('view'),
        line,
        { role: 'resetZoom', label: say.resetZoom },
        { role: 'zoomIn', label: say.zoomIn },
        { role: 'zoomOut', label: say.zoomOut },
        line,
        { role: 'togglefullscreen', label: say.fullscreen },
        ...(development
          ? [
              { role: 'reload' as const, label: say.reload },
              { role: 'toggleDevTools' as const, label: say.developerTools },
            ]
          : []),
      ],
    },
    {
      role: 'window',
      label: say.window,
      submenu: [
        { role: 'minimize', label: say.minimise },
        mac ? { role: 'zoom', label: say.zoom } : { role: 'close', label: say.close },
      ],
    },
    {
      role: 'help',
      label: say.help,
      submenu: group('help'),
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
