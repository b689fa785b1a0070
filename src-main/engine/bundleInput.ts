import { shippedData } from '../machine/data'
import { describedNetwork, writeNetwork } from '../machine/network-files'
import { examplesTable } from '../machine/task-files'
import type { BundleInput, ReportInput } from '../report'

/** What a bundle holds besides the report: the network and the examples as files of their own. */
export function bundleInput(
  report: ReportInput,
  writtenAt: string,
  pdf: BundleInput['pdf'],
): BundleInput {
  const { description, run } = report
  const network = describedNetwork(run.config.name, description)
  return {
    ...report,
    writtenAt,
    pdf,
    networkJson: writeNetwork(network, 'network.json'),
    // Of pictures it would be a table of a number a pixel; run.json has them, packed.
    examples:
      run.config.task.kind === 'images'
        ? null
        : examplesTable(run.config, description, shippedData),
  }
}
