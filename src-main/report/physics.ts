import { formatCount, formatPowerOf, formatScientific, formatSquared } from '@figures'
import type { SpinReadings } from '@contract'
import { html, type Markup } from './html'
import type { ReportInput } from './input'
import { pairs } from './pairs'

/** The read-outs of the dashboard at the last step, as it writes them; nothing where there are none. */
export function physicsSection({
  physics,
  description: { conductanceUnit: unit, edges },
}: Pick<ReportInput, 'physics' | 'description'>): Markup {
  if (physics === undefined || physics === null) return html``
  const { freePower, clampedPower, condition, noise, displacement, spins } = physics
  if (spins !== undefined) return spinSection(spins)
  if (freePower === null || clampedPower === null) return html``
  const last = (displacement?.lag.length ?? 0) - 1
  return html`<h2>Physics at the last step</h2>
    ${pairs([
      ['Power, free state', formatPowerOf(freePower, unit)],
      ['Power, clamped state', formatPowerOf(clampedPower, unit)],
      ['Condition number (1-norm)', conditionText(condition)],
      [
        'Noise scale of the updates',
        noise === null || noise.steps < 2
          ? 'not followed in this run'
          : `${formatScientific(Math.sqrt(noise.trace / edges.length))} ${unit} per step and edge, over ${formatCount(noise.steps)} steps`,
      ],
      [
        'Mean squared displacement',
        displacement === null || last < 0
          ? 'not followed in this run'
          : `${formatSquared(displacement.meanSquare[last], unit)} at a lag of ${formatCount(displacement.lag[last])} steps`,
      ],
    ])}`
}

function conditionText(condition: number | null): string {
  if (condition === null) return 'not known'
  return Number.isFinite(condition) ? formatScientific(condition) : 'singular'
}

function spinSection(spins: SpinReadings): Markup {
  const { example, freeEnergy, nudgedEnergy, cost, torque, freeSweeps, nudgedSweeps } = spins
  return html`<h2>Spins at the last step</h2>
    ${pairs([
      ['Training example', formatCount(example + 1)],
      ['Energy, free state', `${formatScientific(freeEnergy)}, in units of a coupling`],
      ['Energy, nudged state', formatScientific(nudgedEnergy)],
      ['Cost, sum over outputs of (1 − cos(φ − τ))/2', formatScientific(cost)],
      ['Largest torque left, free state', formatScientific(torque)],
      ['Sweeps, free and both nudged states', `${freeSweeps} and ${nudgedSweeps}`],
      ['Root mean square of the couplings', formatScientific(spins.couplingNorm)],
      ['Root mean square of the biases', formatScientific(spins.biasNorm)],
    ])}`
}
