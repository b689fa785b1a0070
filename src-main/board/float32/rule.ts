import type { BoardConfig } from './config'
import type { BoardNetwork } from './network'

const f = Math.fround

/** Conductance of level n, float32 after every operation. */
export function levelConductance(config: BoardConfig, n: number): number {
  const { levelCount: count, resistanceMinimum: low, resistanceMaximum: high } = config
  if (low === 0) return f(count / f(n * high))
  const part = f(f(n - 1) / f(count - 1))
  return f(1 / f(low + f(part * f(high - low))))
}

export function setLevel(config: BoardConfig, network: BoardNetwork, e: number, n: number): void {
  network.level[e] = n
  network.conductance[e] = levelConductance(config, n)
}

/** Level or conductance that a run starts with. */
export function resetEdge(config: BoardConfig, network: BoardNetwork, e: number): void {
  if (config.rule === 'DISC') {
    setLevel(config, network, e, config.levelStart)
  } else {
    network.level[e] = 0
    network.conductance[e] = config.conductanceStart
  }
}

/** Factor on the contrasts of a step of the ideal rule. */
export function rateOf(config: BoardConfig, examples: number): number {
  const compensated = config.compensate && config.schedule === 'BERN'
  const gain = compensated ? f(1 / config.probability) : 1
  return f(f(config.alpha * gain) / f(config.eta * examples))
}

export function updateEdge(
  config: BoardConfig,
  network: BoardNetwork,
  e: number,
  contrast: number,
  rate: number,
): void {
  if (config.rule === 'DISC') {
    const moved = network.level[e] + (contrast < 0 ? config.levelStep : -config.levelStep)
    setLevel(config, network, e, Math.min(Math.max(moved, 1), config.levelCount))
    return
  }
  const k = f(network.conductance[e] + f(rate * contrast))
  const raised = k < config.conductanceMinimum ? config.conductanceMinimum : k
  network.conductance[e] = raised > config.conductanceMaximum ? config.conductanceMaximum : raised
}
