import golden from '../src-main/machine/golden.json' with { type: 'json' }
import { runConfigSchema } from '../src-preload/contract'
import { expect, test } from './lab'

// The same hashes are held in plain Node: together they say that both runtimes compute the same bits.
test('every golden trajectory has the same bits in the Electron engine', async ({ live, page }) => {
  await live.ready()
  for (const { name, config, steps, hash } of golden) {
    const parsed = runConfigSchema.parse(config)
    const found = await page.evaluate(
      async ({ config: sent, count }) => {
        const configured = await window.lab.send('configure', { config: sent })
        if (!configured.ok) return configured.problem.message
        const stepped = await window.lab.send('step', { count })
        if (!stepped.ok) return stepped.problem.message
        const record = await window.lab.send('record', undefined)
        return record.ok ? record.value.result.hash : record.problem.message
      },
      { config: parsed, count: steps },
    )
    expect(found, name).toBe(hash)
  }
})
