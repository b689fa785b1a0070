/** Largest numbers: those of the firmware, so that what fits here fits there. */
export const limits = {
  nodes: 64,
  edges: 96,
  roles: 16,
  examples: 255,
  classes: 8,
  levels: 65_535,
  /** Largest frame that is sent by itself. */
  transmitBytes: 512,
} as const
