import { z } from 'zod'
import { runConfigSchema } from './config'

/** A configuration worth starting from: two sentences say what it shows and what to look at. */
export const presetSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1).max(80),
  shows: z.string().min(1).max(400),
  lookAt: z.string().min(1).max(400),
  config: runConfigSchema,
})

export type Preset = z.infer<typeof presetSchema>
