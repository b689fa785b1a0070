import type { EngineCommand } from '@contract'

/**
 * Commands that write into the folder they name: only the main process gives them, for a folder that
 * the user chose in a dialog. A page that was taken over finds no way to write elsewhere.
 */
export const WRITES_WHERE_TOLD: ReadonlySet<string> = new Set<EngineCommand>([
  'report',
  'studyReport',
  'storeUse',
])
