import { expect, test } from 'vitest'
import { runConfigSchema } from '@contract'
import { english } from '@figures'
import { differencesOf } from './differences'
import { presets } from './presets'

test('what was done by hand is told in words, the first of many', () => {
  const [{ config }] = presets
  const changed = (count: number) =>
    runConfigSchema.parse({
      ...config,
      adjustments: Array.from({ length: count }, (_, n) => ({
        step: 10 * n,
        change:
          n % 2 === 0
            ? { kind: 'set', path: 'schedule.probability', value: 0.4 }
            : { kind: 'edge', edge: n, action: 'cut' },
      })),
    })
  const [difference, ...others] = differencesOf([config, changed(2), changed(9)], english)
  expect(others).toEqual([])
  expect(difference).toEqual({
    path: 'adjustments',
    values: [
      '–',
      'p = 0.4 (step 0), cut edge 1 (step 10)',
      'p = 0.4 (step 0), cut edge 1 (step 10), p = 0.4 (step 20), 6 more',
    ],
  })
})
