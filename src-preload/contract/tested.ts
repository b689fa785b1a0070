/** Versions of Electron that every test was run on; others are known to start. */
export const testedElectron: readonly string[] = ['33.2.1']
