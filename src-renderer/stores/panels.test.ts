// @vitest-environment happy-dom
import { runConfigSchema } from '@contract'
import { nextTick } from 'vue'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { useArrangement } from './arrangement'
import { damageOrder, useDamage } from './damage'
import { usePin } from './pin'
import { presets } from './presets'
import { givenRoles, swapped, withRole } from './roles'
import { useRun } from './run'
import { useStream } from './stream'
import { description, frame, scriptLab, type ScriptedLab } from './testing'
import { useWatching } from './watching'
import { fieldsOf, whatIf } from './whatIf'

let script: ScriptedLab
const config = presets.find(({ id }) => id === 'iris-penn16')!.config

async function configured(run = 'r1'): Promise<void> {
  script.replies.configure = () => ({ ok: true, value: description(run) })
  await useRun().configure(config)
  await nextTick()
}
const asked = (name: string) =>
  script.asked.filter((one) => one.name === name).map(({ request }) => request)

beforeEach(() => {
  localStorage.clear()
  script = scriptLab()
})

test('the engine is told what is looked at, anew with every run', async () => {
  const watching = useWatching()
  await configured()
  watching.choose(0)
  await nextTick()
  const looked = { rasterSteps: 300, edge: 0, conductances: false, example: null }
  expect(asked('watch').at(-1)).toEqual(looked)
  await configured('r2')
  expect(watching.edge).toBe(0)
  expect(asked('watch')).toHaveLength(3)
  watching.choose(0)
  expect(watching.edge).toBeNull()
})

test('damage is one request, in an order that the seed gives, and one request undoes it', async () => {
  script.replies.changeEdges = () => ({ ok: true, value: [0] })
  await configured()
  const damage = useDamage()
  await damage.apply()
  expect(asked('changeEdges')).toEqual([{ changes: [{ edge: 0, action: 'cut' }], most: 1 }])
  expect(damage.damaged).toEqual([0])
  await damage.undo()
  expect(asked('changeEdges').at(-1)).toEqual({ changes: [{ edge: 0, action: 'restore' }] })
  expect(damage.damaged).toEqual([])
})

test('the same seed chooses the same edges, and damaged ones are left out', () => {
  const healthy = new Uint8Array(20)
  const order = damageOrder(healthy, 4)
  expect(order).toEqual(damageOrder(healthy, 4))
  expect(order).not.toEqual(damageOrder(healthy, 5))
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i))
  const hurt = healthy.slice()
  hurt[order[0]] = 1
  expect(damageOrder(hurt, 4)).toEqual(order.slice(1))
})

test('a pinned moment rests while the run goes on, and ends with it', async () => {
  await configured()
  const stream = useStream()
  onTestFinished(stream.connect(() => undefined))
  script.show(frame('r1', 0, 5))
  stream.take()
  const pin = usePin()
  pin.toggle()
  expect(pin.pinned).toEqual({ values: Float64Array.of(1), label: 'at step 5' })
  await configured('r2')
  expect(pin.pinned).toBeNull()
})

test('places are kept for a network while the session lasts', async () => {
  const arrangement = useArrangement()
  await configured()
  arrangement.move(1, { x: 0.25, y: 0.5 })
  await configured('r2')
  expect(arrangement.places?.[1]).toEqual({ x: 0.25, y: 0.5 })
  arrangement.reset()
  expect(arrangement.places).toBeNull()
})

test('zooming keeps the point under the pointer where it is', () => {
  const arrangement = useArrangement()
  arrangement.zoom(2, [30, -10])
  expect(arrangement.view).toEqual({ zoom: 2, x: -30, y: 10 })
  arrangement.zoom(0.5, [30, -10])
  expect(arrangement.view).toEqual({ zoom: 1, x: 0, y: 0 })
})

test('two nodes change roles and keep their places among inputs and outputs', () => {
  const roles = givenRoles(config, description('r'))
  expect(swapped(roles, 'D', 'A')).toMatchObject({
    sources: ['A', 'G', 'F', 'I'],
    targets: ['D', 'C', 'H'],
  })
  expect(withRole(roles, 'E', 'ground').grounds).toEqual(['B', 'E'])
  expect(withRole(roles, 'B', 'hidden').grounds).toEqual([])
})

test('what would happen with another value is a configuration with one change', () => {
  const paths = fieldsOf(config).map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['schedule.probability', 'rule.alpha', 'seed']))
  expect(paths).not.toContain('rule.levels')
  const edit = whatIf(config, 'schedule.probability', '0.1')
  if (!edit.ok) throw new Error(edit.message)
  expect(edit.config.name).toBe('Iris on penn16, probability 0.1')
  expect(runConfigSchema.parse(edit.config).schedule).toMatchObject({ probability: 0.1 })
  const schedule = whatIf(config, 'schedule.kind', 'sweep')
  expect(schedule.ok && schedule.config.schedule.kind).toBe('sweep')
  expect(whatIf(config, 'schedule.probability', '2')).toMatchObject({ ok: false })
})
