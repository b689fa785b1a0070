import { readFile, writeFile } from 'node:fs/promises'
import { app } from 'electron'
import { printPage } from './print'

/** Given on the command line, the runtime prints one report and ends: how the command line gets its PDF. */
const FROM = 'print-report'
const TO = 'print-to'

export interface PrintJob {
  from: string
  to: string
}

/** null: this is the app as ever. */
export function printJob(): PrintJob | null {
  const { commandLine } = app
  if (!commandLine.hasSwitch(FROM) || !commandLine.hasSwitch(TO)) return null
  return { from: commandLine.getSwitchValue(FROM), to: commandLine.getSwitchValue(TO) }
}

export async function doPrintJob({ from, to }: PrintJob): Promise<void> {
  // Without this the runtime ends with its last window, which printed, before the file is written.
  app.on('window-all-closed', () => undefined)
  await writeFile(to, await printPage(await readFile(from, 'utf8')), { flag: 'wx' })
  app.exit(0)
}
