import type { RunConfig } from '@contract'

/** Two 32-bit words of the configuration as far as it decides the trajectory (FNV-1a, twice). */
export function fingerprint(config: RunConfig): [number, number] {
  const { machine, network, task, rule, schedule, batch, imperfections, seed } = config
  const text = JSON.stringify([machine, network, task, rule, schedule, batch, imperfections, seed])
  let a = 0x811c9dc5 | 0
  let b = 0x01234567
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b)
  }
  return [a, b]
}
