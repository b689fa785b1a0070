import type { RunFile } from '@contract'
import { version } from '../../package.json'

/** What runs a command of the command line. */
export const thisVersion = (): RunFile['versions'] => ({
  desynclab: version,
  node: process.versions.node,
  electron: null,
  platform: `${process.platform}-${process.arch}`,
})
