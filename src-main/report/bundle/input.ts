import type { ReportInput } from '../input'

/** All that a bundle holds: what a report says, and the data behind it. */
export interface BundleInput extends ReportInput {
  /** The examples of the task as a table, header first; null where they are not written out. */
  examples: readonly (readonly (string | number)[])[] | null
  /** The network as a file that `desynclab run --network` reads. */
  networkJson: string
  /** When the bundle is written, ISO 8601. */
  writtenAt: string
  /** The report as PDF; null where no Electron runtime can print it, and why. */
  pdf: { content: Uint8Array } | { content: null; why: string }
}
