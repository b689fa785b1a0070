import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { SimulatedMachine } from '../machine/simulated'
import { describedNetwork, formats, writeNetwork, type NetworkFile } from '../machine/network-files'
import { usageError } from './fail'
import { loadNetwork } from './network-file'
import type { Output } from './output'
import { chooseConfig, type ConfigOptions } from './run-config'

interface NetworkOptions extends ConfigOptions {
  out?: string
}

const examples = `
Formats: ${formats}; .tsv and .edges are only read.

Examples:
  $ desynclab network net.graphml --out net.cir          from one format to another
  $ desynclab network --set network.kind=planar --seed 3 --out net.csv`

/** Roles are no part of a network file: those of the start need not fit another kind of network. */
const withRoles = (set: string[]): string[] =>
  set.some((one) => one.startsWith('network.kind=')) &&
  !set.some((one) => one.startsWith('network.roles'))
    ? [...set, 'network.roles.kind=spread']
    : set

/** A file is taken as it is: what would change it must not go unheard. */
function refuseBoth({ preset, config, set, seed }: NetworkOptions, path: string): void {
  if (preset === undefined && config === undefined && seed === undefined && set.length === 0) return
  throw usageError(
    'two-sources',
    'a network comes from a file or from a configuration',
    path,
    'leave the file out, or --preset, --config, --set and --seed',
  )
}

/** The network that a configuration makes, with its initial conductances. */
async function made(options: NetworkOptions): Promise<NetworkFile> {
  const config = await chooseConfig({ ...options, set: withRoles(options.set) })
  const machine = new SimulatedMachine()
  const description = await machine.configure('network', config)
  await machine.close()
  return describedNetwork(config.name, description)
}

/** `desynclab network`: writes the network of a file or of a configuration in any format. */
export function registerNetwork(program: Command, output: Output): void {
  program
    .command('network [file]')
    .description('write the network of a file or of a configuration in another format')
    .addOption(new Option('--preset <id>', 'take the network of a preset'))
    .option('--config <file>', 'take the network of a run.json or a configuration')
    .option(
      '--set <path=value>',
      'change a setting; may be given many times',
      (value: string, all: string[]) => [...all, value],
      [] as string[],
    )
    .option('--seed <n>', 'the same as --set seed=<n>')
    .option('--out <file>', 'where to; the ending says the format. Without: count and exit')
    .addHelpText('after', examples)
    .action(async (path: string | undefined, options: NetworkOptions) => {
      if (path !== undefined) refuseBoth(options, path)
      const network = path === undefined ? await made(options) : await loadNetwork(path)
      const size = `${network.nodes.length} nodes, ${network.edges.length} edges`
      if (options.out === undefined) return output.out(size)
      const text = writeNetwork(network, basename(options.out))
      try {
        await writeFile(options.out, text)
      } catch (thrown) {
        if (!(thrown instanceof Error)) throw thrown
        throw usageError('not-written', thrown.message, options.out, 'check the folder')
      }
      output.out(`${options.out}: ${size}`)
    })
}
