import {
  listSettings,
  parameterNotes,
  withoutNull,
  type RunConfig,
  type Setting,
  type Shape,
} from '@contract'
import { describe, expect, it } from 'vitest'
import { assign, type Assignment } from './assign'
import { findPreset, listPresets } from './presets'

const base = findPreset('iris-penn16').config
const settings = listSettings()

/** Text and value of something that the field takes, and that is not its default where possible. */
function example({ shape: field, path }: Setting): { text: string; value: unknown } {
  const { shape } = withoutNull(field)
  const choices = shape.enum ?? (shape.const === undefined ? undefined : [shape.const])
  const value = choices ? choices[choices.length - 1] : exampleOf(shape, path)
  return { value, text: typeof value === 'string' ? value : JSON.stringify(value) }
}

function exampleOf(shape: Shape, path: string): unknown {
  if (shape.anyOf) return null
  const variant = shape.oneOf?.[0]
  if (variant) return exampleOf(variant, path)
  if (shape.const !== undefined) return shape.const
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((key) => [key, exampleOf(shape.properties?.[key] ?? {}, path)]),
      )
    case 'string':
      // A checksum is as long as it is.
      return path === 'task.pictures' ? 'a'.repeat(64) : 'A'
    case 'boolean':
      return true
    case 'array':
      if (path === 'adjustments')
        return [{ step: 3, change: { kind: 'edge', edge: 1, action: 'cut' } }]
      if (shape.prefixItems) return shape.prefixItems.map((item) => exampleOf(item, path))
      return Array.from({ length: shape.minItems ?? 1 }, () => exampleOf(shape.items ?? {}, path))
    default: {
      const low = shape.minimum ?? shape.exclusiveMinimum ?? 0
      const high = shape.maximum ?? low + 100
      const between = shape.multipleOf ? 2 * shape.multipleOf : (low + Math.min(high, 100)) / 2
      return shape.type === 'integer' ? Math.ceil(between) : between
    }
  }
}

/** What must be set besides for the variant to be complete: its kinds, and what has no default. */
function companions({ path, needs }: Setting, text: string): Assignment[] {
  const chosen = [...needs, `${path}=${text}`]
  const kinds = needs.map((need) => need.split('=')).map(([at, kind]) => ({ path: at, text: kind }))
  const rest = settings
    .filter((one) => one.required && one.path !== path && !one.path.endsWith('.kind'))
    .filter((one) => one.needs.length > 0 && one.needs.every((need) => chosen.includes(need)))
    .map((one) => ({ path: one.path, text: example(one).text }))
  return [...kinds, ...rest]
}

function valueAt(config: RunConfig, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], config)
}

describe('--set', () => {
  it('reaches every field of every variant, whatever the order', () => {
    expect(settings.length).toBeGreaterThan(50)
    for (const setting of settings) {
      const { text, value } = example(setting)
      const own = { path: setting.path, text }
      const others = companions(setting, text)
      for (const all of [
        [own, ...others],
        [...others, own],
      ]) {
        // Fields with defaults are filled in below the value.
        const got = { value: valueAt(assign(base, all), setting.path) }
        expect(got, `${setting.path}=${text}`).toMatchObject({ value })
      }
    }
  })

  it('has a meaning for every field, and no meaning without a field', () => {
    const paths = [...new Set(settings.map(({ path }) => path))].sort()
    expect(Object.keys(parameterNotes).sort()).toEqual(paths)
  })

  it('takes null where there may be none, lists with commas, and JSON', () => {
    const config = assign(base, [
      { path: 'pace.stepsPerSecond', text: 'null' },
      { path: 'network.roles.sources', text: 'A, B' },
      { path: 'network.roles.targets', text: '["C"]' },
    ])
    expect(config.pace.stepsPerSecond).toBeNull()
    expect(config.network.roles).toMatchObject({ sources: ['A', 'B'], targets: ['C'] })
  })

  it('keeps shared fields when a kind changes and fills in the rest', () => {
    const config = assign(base, [
      { path: 'rule.levels', text: '64' },
      { path: 'rule.kind', text: 'discrete' },
      { path: 'schedule.kind', text: 'rates' },
      { path: 'task.kind', text: 'allostery' },
    ])
    expect(config.rule).toMatchObject({
      kind: 'discrete',
      levels: 64,
      eta: 'eta' in base.rule ? base.rule.eta : NaN,
      levelStep: 1,
    })
    expect(config.rule).not.toHaveProperty('alpha')
    expect(config.schedule).toEqual({
      kind: 'rates',
      probability: 0.5,
      variation: 0.3,
      compensate: false,
    })
    expect(config.task).toMatchObject({ targets: { kind: 'random', count: 2 } })
  })

  it('does not take a list of names for a number of nodes', () => {
    const given = assign(base, [
      { path: 'network.kind', text: 'given' },
      { path: 'network.nodes', text: 'A,B' },
      { path: 'network.edges', text: '[["A","B"]]' },
    ])
    const config = assign(given, [{ path: 'network.kind', text: 'geometric' }])
    expect(config.network).toMatchObject({ nodes: 64, roles: base.network.roles })
  })

  it('leaves the configuration that it starts from as it was', () => {
    const before = JSON.stringify(base)
    assign(base, [{ path: 'rule.kind', text: 'discrete' }])
    expect(JSON.stringify(base)).toBe(before)
  })

  it.each([
    ['scedule.probability', '0.5', /did you mean schedule\.probability\? allowed: format, /],
    ['probability', '0.5', /did you mean schedule\.probability/],
    ['schedule.probability', '2', /allowed: number above 0\.\.1/],
    ['schedule.probability', '', /allowed: number/],
    ['schedule.kind', 'random', /allowed: synchronous\|bernoulli\|rates/],
    ['rule.levels', '64', /it needs rule\.kind=discrete/],
    ['batch.size', '1.5', /allowed: whole number 1\.\.100000/],
    ['schedule.compensate', 'yes', /allowed: true\|false/],
    ['task.trainFlowers', '31', /a multiple of 3/],
    ['seed', 'null', /allowed: whole number 0\.\.4294967295/],
    ['network.roles.grounds', '[1]', /settings?|names/],
  ])('refuses %s=%s and says what is allowed', (path, text, tip) => {
    let problem: unknown
    try {
      assign(base, [{ path, text }])
    } catch (thrown) {
      problem = thrown
    }
    expect(problem).toMatchObject({
      problem: { severity: 'error', tip: expect.stringMatching(tip) },
    })
  })

  it('ships presets that fit the contract', () => {
    expect(listPresets().map(({ id }) => id)).toContain('iris-penn16')
  })
})
