import { parameterNotes } from '@contract'
import { describe, expect, it } from 'vitest'
import { presets } from '../../stores/presets'
import { check } from './check'
import { sectionsOf, withKind, withPlace } from './fields'
import { fold, unfold } from './folded'
import { placesOf } from './places'

const preset = presets[0].config
const text = (value: unknown) => JSON.stringify(value, null, 2)

describe('a text that is typed', () => {
  it('is told where it stops being JSON', () => {
    expect(placesOf('{\n  "a": 1\n  "b": 2\n}')).toEqual({
      fault: { message: 'A comma or } is expected here.', line: 2 },
    })
    expect(placesOf('{"a": 1, "a": 2}')).toMatchObject({
      fault: { message: '"a" stands here twice.' },
    })
    expect(placesOf('['.repeat(100_000))).toMatchObject({ fault: { line: 1 } })
  })

  it('has a line for each of its values', () => {
    const scan = placesOf(text({ a: [1, { 'b/c': 2 }] }))
    if ('fault' in scan) throw new Error(scan.fault.message)
    expect(scan.places.get('/a/1/b~1c')).toBe(5)
  })

  it('is a configuration once nothing is wrong with it', () => {
    for (const { config } of presets) expect(check(text(config)).config).toEqual(config)
  })

  it('has short names for long texts, and its configuration has the texts', () => {
    const [long, folded] = ['x'.repeat(1e6), new Map<string, string>()]
    const whole = { a: [{ b: long }], c: long, d: 'y'.repeat(1e6), e: 'short' }
    const short = fold(whole, folded)
    expect(JSON.stringify(short).length).toBeLessThan(200)
    expect(folded.size).toBe(2)
    expect(fold(whole, folded)).toEqual(short)
    expect(unfold(short, folded)).toEqual(whole)
    const name = fold('n'.repeat(5000), folded)
    const [finding] = check(text({ ...preset, name }), folded).findings
    expect(finding).toMatchObject({ pointer: '/name', message: expect.stringContaining('120') })
  })

  it('is told what is allowed, and where', () => {
    const typed = text(withPlace(preset, ['schedule', 'probability'], 1.5))
    const [finding] = check(typed).findings
    expect(finding).toMatchObject({
      pointer: '/schedule/probability',
      message: 'probability is a number above 0 to 1.',
    })
    expect(typed.split('\n')[finding.line - 1]).toContain('1.5')
  })

  it('is told large bounds in the shorter way', () => {
    const seed = check(text({ ...preset, seed: -1 })).findings[0].message
    expect(seed).toBe('seed is a whole number from 0 to 4294967295.')
  })

  it('is told of a name that is not known, and of a kind that is none', () => {
    expect(check(text({ ...preset, seeed: 1 })).findings[0]).toMatchObject({ pointer: '/seeed' })
    expect(check(text({ ...preset, seeed: 1 })).findings[0].message).toContain('seed')
    const [kind] = check(text({ ...preset, rule: { kind: 'magic' } })).findings
    expect(kind.message).toContain('ideal, discrete')
    expect(check(text(withPlace(preset, ['task'], undefined))).findings[0].message).toContain(
      'task is missing: one of allostery',
    )
  })
})

describe('the form', () => {
  it('has a row for each parameter, with its meaning from the notes', () => {
    const fields = presets
      .flatMap(({ config }) => sectionsOf(config))
      .flatMap(({ fields }) => fields)
    const bare = fields.filter(({ meaning }) => meaning === '').map(({ path }) => path.join('.'))
    expect([...new Set(bare)]).toEqual([])
    expect(fields.map(({ path }) => path.join('.'))).toContain('batch.size')
    expect(Object.keys(parameterNotes).length).toBeGreaterThan(50)
  })

  it('keeps what two kinds share when one is chosen for the other', () => {
    const other = withKind(preset, ['schedule', 'kind'], 'rates')
    expect(check(text(other)).findings).toEqual([])
    expect(other).toMatchObject({ schedule: { kind: 'rates' } })
    const rule = withKind(preset, ['rule', 'kind'], 'discrete')
    expect(check(text(rule)).findings).toEqual([])
  })
})
