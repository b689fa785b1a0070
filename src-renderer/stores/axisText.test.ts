import { describe, expect, it } from 'vitest'
import { axisOf, axisPaths, draftOf } from './axisText'

const path = 'schedule.probability'

describe('an axis as it is typed', () => {
  it('is a list of numbers, words or switches, each once', () => {
    expect(axisOf({ path, values: '0.1, 0.5;1 1' })).toEqual({
      kind: 'list',
      path,
      values: [0.1, 0.5, 1],
    })
    expect(axisOf({ path: 'rule.kind', values: 'ideal, discrete' })).toMatchObject({
      values: ['ideal', 'discrete'],
    })
    expect(axisOf({ path: 'schedule.compensate', values: 'true,false' })).toMatchObject({
      values: [true, false],
    })
  })

  it('is a range at equal steps or equal ratios', () => {
    expect(axisOf({ path, values: '0.1..1 x 10' })).toEqual({
      kind: 'range',
      path,
      from: 0.1,
      to: 1,
      count: 10,
      spacing: 'linear',
    })
    expect(axisOf({ path, values: '0.01 .. 1 × 5 log' })).toMatchObject({
      spacing: 'logarithmic',
      count: 5,
    })
  })

  it('says what is wrong', () => {
    expect(axisOf({ path: '', values: '1' })).toBe('noField')
    expect(axisOf({ path: 'schedule.propability', values: '1' })).toBe('unknownField')
    expect(axisOf({ path, values: ' , ' })).toBe('noValues')
    expect(axisOf({ path, values: '0..1 x 5 log' })).toBe('badRange')
    expect(axisOf({ path, values: '0.1..0.1 x 5' })).toBe('badRange')
    expect(axisOf({ path, values: '0.1..1 x 1' })).toBe('badRange')
  })

  it('comes back as it was typed', () => {
    for (const values of ['0.1, 0.5, 1', '0.1..1 x 10', '0.01..1 x 5 log']) {
      const axis = axisOf({ path, values })
      if (typeof axis === 'string') throw new Error(axis)
      expect(draftOf(axis)).toEqual({ path, values })
    }
    expect(draftOf({ kind: 'cases', name: 'arms', cases: [{ label: 'a', set: {} }] })).toBeNull()
  })

  it('offers the fields of the physics and not those of the window or the seed', () => {
    expect(axisPaths()).toContain('schedule.probability')
    for (const not of ['seed', 'name', 'stop.steps']) expect(axisPaths()).not.toContain(not)
  })
})
