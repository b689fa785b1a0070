import { board } from './board'
import { clocks } from './clocks'
import { common } from './common'
import { damage } from './damage'
import { discrete } from './discrete'
import { idealCost } from './idealCost'
import { covariance, miniBatch } from './miniBatch'
import { speed } from './speed'
import { spins } from './spins'
import { sweeps } from './sweeps'

/**
 * What results of studies and figures of sweeps say: the English, with `{}` for a value that is to
 * be known itself and `{*}` for one that need not be, and the Chinese. Found by `said`.
 */
export const phrases: Readonly<Record<string, string>> = {
  ...common,
  ...idealCost,
  ...discrete,
  ...miniBatch,
  ...covariance,
  ...clocks,
  ...damage,
  ...speed,
  ...board,
  ...spins,
  ...sweeps,
}
