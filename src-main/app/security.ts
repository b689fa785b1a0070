import { app, shell, type Session, type WebContents } from 'electron'
import { isAllowedExternal } from './external'

/** What no page of the app may do, whatever it is: navigate, open windows, embed, ask for devices. */
export function guardEverything(report: (what: string) => void): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents, report))
}

/** Copying a chart: what is written is made clean by Chromium, and reading stays forbidden. */
const allowed = (permission: string): boolean => permission === 'clipboard-sanitized-write'

/** No page of the app needs more: not the camera, not notifications, not a device. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowed(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => allowed(permission))
  session.setDevicePermissionHandler(() => false)
}

function guardContents(contents: WebContents, report: (what: string) => void): void {
  contents.on('will-navigate', (event) => {
    // Reloading the page that is there already is not going anywhere.
    if (event.isMainFrame && event.url === contents.getURL()) return
    event.preventDefault()
    report(`refused to navigate to ${event.url}`)
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
    report(`refused a redirect to ${event.url}`)
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedExternal(url)) void shell.openExternal(url)
    else report(`refused to open ${url}`)
    return { action: 'deny' }
  })
}
