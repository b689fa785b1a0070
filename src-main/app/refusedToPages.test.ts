import { engineCommands } from '@contract'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { WRITES_WHERE_TOLD } from './refusedToPages'

test('no page gives a command that names a folder to write into', () => {
  const named = Object.entries(engineCommands)
    .filter(([, { request }]) => {
      const { properties = {} } = z.toJSONSchema(request, { unrepresentable: 'any', io: 'input' })
      return 'directory' in properties
    })
    .map(([name]) => name)
  expect(named.sort()).toEqual([...WRITES_WHERE_TOLD].sort())
})
