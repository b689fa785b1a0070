import { app, session } from 'electron'

/**
 * The app talks to nobody: a laboratory's data is its own, and many such computers have no way out.
 * Chromium left alone looks up hosts of its own (spelling lists, component updates, reachability);
 * this closes each of these, and the resolver for whatever is left. Before the app is ready.
 */
export function stayOffline(): void {
  const { commandLine } = app
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
  // The development server of a clone is on this computer.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost')
}

/** Spelling lists come from the network; once the app is ready. */
export function noSpelling(): void {
  session.defaultSession.setSpellCheckerEnabled(false)
  session.defaultSession.setSpellCheckerLanguages([])
}
