import { app } from 'electron'

/** Open a door into the page, and with it to `window.lab`, for every program on the computer. */
const DOORS = ['remote-debugging-port', 'remote-debugging-pipe']
/** Given together with one of them, somebody tests the package on purpose. */
const TEST = 'desynclab-test'

/**
 * Why a packaged app refuses to start as it was asked to; null where nothing stands against it.
 * A clone of the project may be debugged freely.
 */
export function refusal(isPackaged: boolean, hasSwitch: (name: string) => boolean): string | null {
  const door = DOORS.find(hasSwitch)
  if (!isPackaged || door === undefined || hasSwitch(TEST)) return null
  return (
    `--${door} lets other programs into the window, so it is refused. ` +
    `For a test of the package give --${TEST} as well.`
  )
}

export const refusalHere = (): string | null =>
  refusal(app.isPackaged, (name) => app.commandLine.hasSwitch(name))
