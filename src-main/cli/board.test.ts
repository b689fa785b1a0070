import { expect, test } from 'vitest'
import { main } from './program'

async function desynclab(argv: string[]) {
  const lines: string[] = []
  let err = ''
  const output = {
    out: (text: string) => lines.push(text),
    err: (text: string) => (err += text),
    columns: null,
    interrupted: () => false,
  }
  const code = await main(['run', ...argv], output)
  return { code, err, out: lines.join('\n') }
}

test('a run on the virtual board ends at the stop rule and names the board and its frames', async () => {
  const asked = ['--preset', 'allostery-penn16', '--steps', '3000', '--quiet', '--json']
  const { code, out } = await desynclab([...asked, '--board', 'virtual'])
  const simulated = JSON.parse((await desynclab(asked)).out)
  const result = JSON.parse(out)
  expect(code).toBe(0)
  expect(result.steps).toBe(3000)
  expect(result.board).toMatchObject({ missed: 0, gaps: 0 })
  expect(result.board.device).toMatch(/^Board bench/)
  expect(result.board.frames).toBeGreaterThan(0)
  // Float32 has an error of its own far below the millivolt.
  expect(Math.abs(result.trainError - simulated.trainError)).toBeLessThan(1e-6)
})

test.each([
  ['--board /dev/no-such-board', 'no such file'],
  ['--board virtual --baud 7', 'allowed: 1200 to 4000000'],
  ['--board virtual --repeats 3', '--board belongs to one run'],
  ['--board virtual --set schedule.kind=poisson', 'schedule.kind'],
  ['--board virtual --set imperfections.readNoiseV=0.1', 'imperfections.readNoiseV'],
])('run %s is refused with what would be allowed', async (argv, tip) => {
  const { code, err } = await desynclab(argv.split(' '))
  expect(code).toBe(2)
  expect(err.toLowerCase()).toContain(tip.toLowerCase())
})
