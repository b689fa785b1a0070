import { expect, test } from 'vitest'
import { commands, type CommandName } from '../commands'
import { Draw } from './draw'
import { requestsOf } from './requests'

const names = Object.keys(commands) as CommandName[]

test('of every command some made requests fit, and of every one that takes something some do not', () => {
  const draw = new Draw(7)
  for (const name of names) {
    const { request } = commands[name]
    const fits = requestsOf(request, 1, draw).concat(
      Array.from({ length: 40 }, () => requestsOf(request, 1, draw)[0]),
    )
    expect(
      fits.some((one) => request.safeParse(one).success),
      `${name} is never fitted`,
    ).toBe(true)
    const wrong = requestsOf(request, 60, draw).filter((one) => !request.safeParse(one).success)
    expect(wrong.length, `${name} is never offended`).toBeGreaterThan(0)
  }
})

test('the same seed makes the same requests', () => {
  const make = (seed: number) => requestsOf(commands.configure.request, 20, new Draw(seed))
  expect(make(3)).toEqual(make(3))
  expect(make(3)).not.toEqual(make(4))
})
