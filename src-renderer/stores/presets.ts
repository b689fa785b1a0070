import { presetSchema, type Preset } from '@contract'

const files = import.meta.glob<unknown>('../../resources/presets/*.json', {
  eager: true,
  import: 'default',
})

/** The presets that ship with the product, checked; in the order of their file names. */
export const presets: readonly Preset[] = Object.keys(files)
  .sort()
  .map((file) => presetSchema.parse(files[file]))
