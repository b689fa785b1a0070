import { ProblemError, runConfigSchema, type Change, type RunConfigInput } from '@contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collect, steps } from './machineContract'
import { SimulatedMachine } from './simulated'

const TOTAL = 240

const rules: RunConfigInput['rule'][] = [
  { kind: 'ideal', alpha: 0.01, minConductance: 0.05, maxConductance: 3 },
  { kind: 'discrete', levels: 16, maxResistanceOhm: 1000 },
]
const schedules: RunConfigInput['schedule'][] = [
  { kind: 'synchronous' },
  { kind: 'bernoulli', probability: 0.4 },
  { kind: 'rates', probability: 0.4, variation: 0.6 },
  { kind: 'poisson', rate: 2, variation: 0.5 },
  { kind: 'sweep' },
  { kind: 'block', blocks: 3, members: 'anew' },
]
const roles = { kind: 'spread' as const }
const networks: [string, RunConfigInput['network'], number][] = [
  ['by the tape', { kind: 'square', rows: 4, columns: 5, roles }, 8],
  // Above what the tape is used for.
  ['by fronts', { kind: 'square', rows: 40, columns: 41, roles }, 1],
]
const cases = networks.flatMap(([solver, network, runs]) =>
  rules.flatMap((rule) => schedules.map((schedule) => ({ solver, network, rule, schedule, runs }))),
)

const edge = fc.nat({ max: 30 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('edge' as const),
    edge,
    action: fc.constantFrom('cut' as const, 'freeze' as const, 'restore' as const),
  }),
  fc.record({
    kind: fc.constant('edge' as const),
    edge,
    action: fc.constant('stick' as const),
    conductance: fc.constantFrom(1e-4, 0.3, 40),
  }),
  fc.record({
    kind: fc.constant('source' as const),
    source: fc.nat({ max: 1 }),
    action: fc.constantFrom('fail' as const, 'restore' as const),
  }),
)
const place = fc.integer({ min: 0, max: TOTAL })

/** Makes it, unless the network cannot bear it. */
async function tried(machine: SimulatedMachine, one: Change, { sink }: ReturnType<typeof collect>) {
  try {
    await machine.adjust(one, sink)
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown
  }
}

const end = (machine: SimulatedMachine) => ({
  hash: machine.hash(),
  state: machine.observe(),
  errors: machine.evaluate(),
})

test.each(cases)(
  'damage by hand, replayed and resumed in its middle is one trajectory: $solver, $rule.kind, $schedule.kind',
  async ({ network, rule, schedule, runs }) => {
    const config = runConfigSchema.parse({
      ...{ network, rule, schedule, task: { kind: 'regression' }, batch: { size: 2 } },
      evaluate: { every: 50 },
    })
    const machineOf = async (adjustments = config.adjustments) => {
      const machine = new SimulatedMachine()
      await machine.configure('damaged', { ...config, adjustments })
      return machine
    }
    const property = async (changes: (readonly [number, Change])[], stop: number) => {
      const live = await machineOf()
      const seen = collect()
      let step = 0
      for (const [at, one] of [...changes].sort(([a], [b]) => a - b)) {
        await live.advance(steps(at - step), seen.sink)
        step = at
        await tried(live, one, seen)
      }
      await live.advance(steps(TOTAL - step), seen.sink)
      const { adjustments, losses, masks } = seen.seen

      const first = await machineOf(adjustments)
      const again = collect()
      await first.advance(steps(stop), again.sink)
      const second = await machineOf(adjustments)
      await second.restore(await first.checkpoint())
      await second.advance(steps(TOTAL - stop), again.sink)
      expect(again.seen).toMatchObject({ adjustments, losses, masks })
      expect(end(second)).toEqual(end(live))
      for (const value of losses) expect(Number.isFinite(value)).toBe(true)
    }
    const changes = fc.array(fc.tuple(place, change), { minLength: 4, maxLength: 8 })
    await fc.assert(fc.asyncProperty(changes, place, property), { seed: 4, numRuns: runs })
  },
)
