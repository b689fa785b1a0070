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

export const baudRates = [9600, 19_200, 38_400, 57_600, 115_200, 250_000, 500_000, 1_000_000]

/** What *IDN? may name the unit. */
export const SERIAL_NUMBER = /^[A-Za-z0-9_-]{1,15}$/
