import { describe, expect, it } from 'vitest'
import { formatPowerOf, formatScientific } from '@figures'
import { allostery, performed } from './bundle/testing'
import { reportPage } from './page'

describe('the read-outs in a report', () => {
  it('are those of the run, as the window writes them', async () => {
    const input = await performed(allostery)
    const { physics, description } = input
    if (physics === undefined || physics === null) throw new Error('no read-outs')
    expect(physics.freePower).toBeGreaterThan(0)
    const page = reportPage(input)
    expect(page).toContain('Physics at the last step')
    expect(page).toContain(formatPowerOf(physics.freePower ?? NaN, description.conductanceUnit))
    expect(page).toContain(formatScientific(physics.condition ?? NaN))
    // Nobody watched the conductances on every step of this run.
    expect(page).toContain('not followed in this run')
  })

  it('are left out where nothing more is known of the machine', async () => {
    const input = await performed(allostery)
    expect(reportPage({ ...input, physics: null })).not.toContain('Physics at the last step')
  })
})
