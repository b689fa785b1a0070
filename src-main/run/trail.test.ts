import { expect, test } from 'vitest'
import { Trail } from './trail'

test('a trail stays bounded, covers the whole run and never repeats a step', () => {
  const trail = new Trail()
  for (let step = 1; step <= 100_000; step++) trail.pass(step, step * 10, () => `h${step}`)
  const points = trail.all()
  expect(points.length).toBeGreaterThan(60)
  expect(points.length).toBeLessThanOrEqual(128)
  for (let i = 1; i < points.length; i++) expect(points[i].step).toBeGreaterThan(points[i - 1].step)
  expect(points[0].step).toBeLessThan(2000)
  expect(points.at(-1)?.step).toBeGreaterThan(97_000)
  expect(points.every(({ step, hash }) => hash === `h${step}`)).toBe(true)
})

test('a trail that is taken up goes on where it was', () => {
  const whole = new Trail()
  for (let step = 1; step <= 5000; step++) whole.pass(step, step * 20, () => `h${step}`)
  const other = new Trail()
  other.restore(structuredClone(whole.snapshot()))
  for (const trail of [whole, other]) trail.pass(6000, 1e6, () => 'end')
  expect(other.all()).toEqual(whole.all())
})

test('the hash is asked for only when a point is due', () => {
  const trail = new Trail()
  let asked = 0
  for (let step = 0; step < 1000; step++) trail.pass(step, step, () => String(asked++))
  expect(asked).toBe(4)
})

test('a state that is changed by hand at the newest point leaves no hash of before', () => {
  const trail = new Trail()
  for (const step of [100, 200]) trail.pass(step, step * 10, () => `h${step}`)
  trail.forget(150)
  trail.forget(200)
  expect(trail.all()).toEqual([{ step: 100, hash: 'h100' }])
  trail.pass(200, 1e6, () => 'changed')
  expect(trail.all().at(-1)).toEqual({ step: 200, hash: 'changed' })
})
