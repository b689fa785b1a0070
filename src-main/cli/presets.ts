import { presetSchema, suggest, type Preset } from '@contract'
import type { Command } from 'commander'
import { usageError } from './fail'
import type { Output } from './output'

const files = import.meta.glob<unknown>('../../resources/presets/*.json', {
  eager: true,
  import: 'default',
})

/** The presets that the product ships, by id. */
export function listPresets(): Preset[] {
  return Object.values(files)
    .map((file) => presetSchema.parse(file))
    .sort((a, b) => a.id.localeCompare(b.id))
}

/** @throws ProblemError that lists the presets there are */
export function findPreset(id: string): Preset {
  const presets = listPresets()
  const preset = presets.find((one) => one.id === id)
  if (preset) return preset
  const ids = presets.map((one) => one.id)
  const near = suggest(id, ids)
  const guess = near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''
  throw usageError(
    'unknown-preset',
    `there is no preset '${id}'`,
    '--preset',
    `${guess}allowed: ${ids.join(', ')}`,
  )
}

export function registerPresets(program: Command, output: Output): void {
  program
    .command('presets')
    .description('list the configurations worth starting from')
    .option('--json', 'print them as one line of JSON, with their configurations')
    .action(({ json }: { json?: true }) => {
      const presets = listPresets()
      if (json) return output.out(JSON.stringify(presets))
      output.out(
        presets
          .map((p) => `${p.id}\n  ${p.title}. ${p.shows}\n  Look at: ${p.lookAt}`)
          .join('\n\n'),
      )
    })
}
