import { BrowserWindow, session } from 'electron'
import { APP_ORIGIN, APP_SCHEME } from './asset'
import { guardSession } from './security'

const footer = `<div style="width:100%;font:8px sans-serif;color:#5c636d;padding:0 16mm;display:flex;justify-content:space-between">
<span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`

/**
 * A report's page as PDF on A4, with page numbers. The page runs no script and reaches nothing: it
 * is all that its session can answer.
 */
export async function printPage(html: string): Promise<Uint8Array> {
  const closed = session.fromPartition(`print-${crypto.randomUUID()}`)
  guardSession(closed)
  closed.protocol.handle(
    APP_SCHEME,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  )
  const window = new BrowserWindow({
    show: false,
    width: 1024,
    height: 1400,
    webPreferences: {
      session: closed,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  })
  try {
    // The plots are SVG in the page: once it is loaded they are there.
    await window.loadURL(`${APP_ORIGIN}/report.html`)
    return await window.webContents.printToPDF({
      printBackground: true,
      pageSize: 'A4',
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      generateTaggedPDF: true,
    })
  } finally {
    window.destroy()
  }
}
