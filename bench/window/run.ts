// `npm run bench:window [-- --only NETWORK] [--seconds N] [--minutes N] [--steps N]`: what the real
// window of the build costs while the engine learns as fast as it can; with minutes how its memory
// grows, with steps how long a zoom into so many of them takes.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { hasDisplay, startVirtualDisplay } from '../../scripts/setup/display.mjs'
import { measureCase } from './measure'
import { cases } from './networks'
import { soak } from './soak'
import { caseTable } from './table'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '0' },
    steps: { type: 'string', default: '0' },
  },
})

const display = hasDisplay() ? null : await startVirtualDisplay()
Object.assign(process.env, display?.env)
try {
  const chosen = cases.filter(({ name }) => name.includes(values.only))
  const results = []
  const [minutes, steps] = [Number(values.minutes), Number(values.steps)]
  if (minutes > 0 || steps > 0) await soak(chosen[0] ?? cases[0], minutes, steps)
  else {
    for (const one of chosen) results.push(await measureCase(one, Number(values.seconds)))
    console.log(caseTable(results))
  }
  console.log(`load of the machine at the end: ${loadavg()[0].toFixed(1)}`)
} finally {
  await display?.stop()
}
