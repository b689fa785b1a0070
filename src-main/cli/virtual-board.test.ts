import { expect, it } from 'vitest'
import { main } from './program'

async function refusal(...argv: string[]): Promise<string> {
  let err = ''
  const code = await main(['virtual-board', ...argv], {
    out: () => undefined,
    err: (text) => (err += text),
    columns: null,
    interrupted: () => true,
  })
  expect(code).toBe(2)
  return err
}

it.each([
  [[], 'add --pty'],
  [['--pty', '--baud', '7'], 'allowed: 9600, 19200'],
  [['--pty', '--throttle', 'fast'], 'allowed: 1 to'],
  [['--pty', '--throttle', '0'], 'allowed: 1 to'],
  [['--pty', '--serial', 'a b'], 'allowed: 1 to 15'],
])('desynclab virtual-board %j is refused with what would be allowed', async (argv, tip) => {
  expect(await refusal(...argv)).toContain(tip)
})
