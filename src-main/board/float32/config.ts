/** A limit that every word counts as being below. */
export const LIMIT_ALWAYS = 0xffffffff

export interface BoardConfig {
  rule: 'DISC' | 'IDE'
  /** All reals are float32. */
  eta: number
  alpha: number
  levelCount: number
  levelStep: number
  levelStart: number
  resistanceMaximum: number
  resistanceMinimum: number
  conductanceMinimum: number
  conductanceMaximum: number
  conductanceStart: number
  schedule: 'SYNC' | 'BERN' | 'RATE'
  limit: number
  probability: number
  compensate: boolean
  batchSize: number
  draw: 'EPOC' | 'REPL'
  seed: number
  /** Steps of the next INITiate; null: no end. */
  count: number | null
  voltageRange: number
  telemetry: boolean
}

export function defaultConfig(): BoardConfig {
  return {
    rule: 'DISC',
    eta: 0.5,
    alpha: Math.fround(3 / 1000),
    levelCount: 128,
    levelStep: 1,
    levelStart: 64,
    resistanceMaximum: 100_000,
    resistanceMinimum: 0,
    conductanceMinimum: Math.fround(1 / 1_000_000),
    conductanceMaximum: 1_000_000,
    conductanceStart: 1,
    schedule: 'BERN',
    limit: 0x80000000,
    probability: 0.5,
    compensate: false,
    batchSize: 1,
    draw: 'EPOC',
    seed: 1,
    count: null,
    voltageRange: 8,
    telemetry: false,
  }
}
