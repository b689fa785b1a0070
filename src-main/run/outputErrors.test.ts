import { expect, it } from 'vitest'
import { outputErrors } from './outputErrors'

it('squares the errors of each output over the examples, row by row', () => {
  const outputs = Float64Array.of(1, 2, 3, 5)
  const targets = Float64Array.of(2, 2, 3, 3)
  expect([...outputErrors({ outputs, targets }, 2)]).toEqual([0.5, 2])
})

it('is empty where nothing was evaluated', () => {
  const none = new Float64Array(0)
  expect([...outputErrors({ outputs: none, targets: none }, 0)]).toEqual([])
})
